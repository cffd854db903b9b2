import { useState } from 'preact/hooks';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import type { RosterWords } from '../../words/roster.ts';

interface DropZoneGiven {
  readonly words: RosterWords;
  readonly isBusy: boolean;
  onFile(file: File | undefined): void;
}

/** Takes one file, dropped or chosen. The whole zone is the label of the browser's own file control. */
export function DropZone({ words, isBusy, onFile }: DropZoneGiven) {
  const [isOver, setOver] = useState(false);
  return (
    <label
      class={`flex flex-col items-center gap-3 rounded-2xl border-2 border-dashed p-6 lg:p-12 text-center focus-within:outline-3 focus-within:outline-brand ${
        isOver ? 'border-brand bg-brand-soft' : 'border-control'
      }`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFile(event.dataTransfer?.files[0]);
      }}
    >
      <input
        type="file"
        class="sr-only"
        accept=".xlsx,.xls,.csv,.tsv,.txt"
        disabled={isBusy}
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0]);
          // The same file, corrected and chosen again, is a change again.
          event.currentTarget.value = '';
        }}
      />
      <span class="size-14 rounded-full bg-brand-soft text-brand grid place-items-center">
        <Icon of={icons.upload} class="size-8" />
      </span>
      <span class="hidden lg:block text-lg font-bold">{words.drop}</span>
      <span class="inline-flex items-center min-h-12 px-5 rounded-xl font-bold whitespace-nowrap bg-fill text-on-fill">
        {isBusy ? words.wait : words.choose}
      </span>
      <span class="text-sm text-soft">{words.kinds}</span>
    </label>
  );
}
