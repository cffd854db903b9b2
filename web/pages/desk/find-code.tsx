import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { controlClass, Labelled } from '../../ui/field.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { Warning } from '../../ui/warning.tsx';
import type { DeskWords } from '../../words/desk.ts';
import { codeIn, type NotHere } from './pick-up-code.ts';
import { Viewfinder } from './viewfinder.tsx';

interface FindGiven {
  readonly words: DeskWords;
  readonly desk: string;
  readonly isBusy: boolean;
  /** Whether the camera is on; it stays so from one person to the next. */
  readonly isScanning: boolean;
  /** Somebody was served before: the next code may be typed at once. */
  readonly isNext: boolean;
  setScanning(isScanning: boolean): void;
  onCode(code: string): void;
}

/** Three ways to say which redemption: camera, photo, eight digits. A scanner on a cable types what it reads. */
export function FindCode({ words, desk, isBusy, isScanning, isNext, setScanning, onCode }: FindGiven) {
  const [warning, warn] = useState<NotHere | 'cameraMissing' | 'cameraRefused' | 'photoUnreadable'>();
  const [isReading, setReading] = useState(false);
  const take = (text: string) => {
    const found = codeIn(text, desk);
    warn('why' in found ? found.why : undefined);
    if ('code' in found) onCode(found.code);
  };
  const scan = () => {
    const hasCamera = 'mediaDevices' in navigator;
    warn(hasCamera ? undefined : 'cameraMissing');
    setScanning(hasCamera);
  };
  const readFile = async (file: File) => {
    setReading(true);
    const { readPhoto } = await import('./camera.ts');
    const text = await readPhoto(file);
    setReading(false);
    if (text === undefined) warn('photoUnreadable');
    else take(text);
  };
  const fail = () => {
    warn('cameraRefused');
    setScanning(false);
  };
  return (
    <div class="flex flex-col gap-4">
      {isScanning ? (
        <Viewfinder words={words} onText={take} onFail={fail} onClose={() => setScanning(false)} />
      ) : (
        <div class="flex flex-wrap gap-2">
          <Button class="flex-1 min-h-16 text-lg" onClick={scan}>
            <Icon of={icons.scan} />
            {words.scan}
          </Button>
          <FileButton
            label={isReading ? words.reading : words.photo}
            icon={icons.camera}
            accept="image/*"
            camera
            class="flex-1 min-h-16 text-lg"
            disabled={isReading}
            onChoose={(file) => void readFile(file)}
          />
        </div>
      )}
      <TypedCode words={words} isBusy={isBusy} isFocused={isNext && !isScanning} onText={take} />
      {warning && <Warning>{words[warning]}</Warning>}
    </div>
  );
}

interface TypedGiven {
  readonly words: DeskWords;
  readonly isBusy: boolean;
  readonly isFocused: boolean;
  onText(text: string): void;
}

function TypedCode({ words, isBusy, isFocused, onText }: TypedGiven) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFocused) input.current?.focus();
  }, []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onText(input.current?.value ?? '');
      }}
    >
      <Labelled label={words.code} hint={words.codeHint}>
        {({ id, describedBy }) => (
          <div class="flex gap-2">
            <input
              ref={input}
              id={id}
              class={`${controlClass} min-w-0 text-2xl font-bold tabular-nums tracking-widest`}
              aria-describedby={describedBy}
              inputMode="numeric"
              autocomplete="off"
              required
              onInput={({ currentTarget: { value } }) => {
                if (/^\d{8}$/.test(value)) onText(value);
              }}
            />
            <Button type="submit" kind="quiet" disabled={isBusy}>
              {words.find}
            </Button>
          </div>
        )}
      </Labelled>
    </form>
  );
}
