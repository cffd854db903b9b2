import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { LeaderWords } from '../../words/leader.ts';
import type { Span } from './form.ts';
import { SpanFields } from './span-fields.tsx';

interface SpanGiven {
  readonly words: LeaderWords;
  readonly title: string;
  readonly span: Span;
  /** The shift's own. */
  readonly whole: Span;
  readonly doneLabel: string;
  onDone(span: Span): void;
  onClose(): void;
  /** Why it could not be changed. */
  readonly children?: ComponentChildren;
}

/** One person's time within a shift. */
export function SpanDialog({ words, title, span, whole, doneLabel, onDone, onClose, children }: SpanGiven) {
  const [own, setOwn] = useState(span);
  const isBackwards = own.from >= own.to;
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBackwards) onDone(own);
        }}
      >
        <p class="text-soft">{words.timeHint}</p>
        <SpanFields words={words} span={own} onChange={setOwn} error={isBackwards ? words.timeBackwards : undefined} />
        {children}
        <div class="flex flex-wrap gap-2">
          <Button type="submit">{doneLabel}</Button>
          <Button kind="quiet" onClick={() => onDone(whole)}>
            {words.wholeShift}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
