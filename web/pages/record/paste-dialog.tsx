/** Ticks whom a pasted text names; shows what it did not understand, and asks which of two namesakes is meant. */
import { useState } from 'preact/hooks';
import { numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { type PasteWords, pasteWords } from '../../words/paste.ts';
import { type Candidate, type Pasted, readPasted } from './paste.ts';

interface PasteGiven {
  readonly language: Language;
  readonly members: readonly Candidate[];
  /** Of those named, whenever it changes. */
  onRead(present: readonly string[]): void;
  onClose(): void;
}

export function PasteDialog({ language, members, onRead, onClose }: PasteGiven) {
  const words = pasteWords[language];
  const [text, setText] = useState('');
  const [pasted, setPasted] = useState<Pasted>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const read = () => {
    const understood = readPasted(text, members);
    setPasted(understood);
    setChosen([]);
    if (understood.matched.length > 0) onRead(understood.matched);
  };
  const choose = (id: string, isMeant: boolean) => {
    const meant = isMeant ? [...chosen, id] : chosen.filter((one) => one !== id);
    setChosen(meant);
    onRead([...(pasted?.matched ?? []), ...meant]);
  };
  return (
    <Dialog title={words.paste} onClose={onClose}>
      <div class="flex flex-col gap-4">
        <TextArea
          label={words.pasteLabel}
          hint={words.pasteHint}
          rows={6}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        {pasted && (
          <Understood
            words={words}
            language={language}
            members={members}
            pasted={pasted}
            chosen={chosen}
            onChoose={choose}
          />
        )}
        <div class="flex flex-wrap gap-2">
          <Button kind={pasted ? 'quiet' : 'main'} onClick={read}>
            {words.pasteRead}
          </Button>
          <Button kind={pasted ? 'main' : 'quiet'} onClick={onClose}>
            {pasted ? words.done : words.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface UnderstoodGiven extends Pick<PasteGiven, 'language' | 'members'> {
  readonly words: PasteWords;
  readonly pasted: Pasted;
  readonly chosen: readonly string[];
  onChoose(id: string, isMeant: boolean): void;
}

function Understood({ words, language, members, pasted, chosen, onChoose }: UnderstoodGiven) {
  const nameOf = (id: string) => members.find(({ volunteer }) => volunteer === id)?.name;
  return (
    <>
      <DoneNote>{words.pasteMatched(numberText(pasted.matched.length + chosen.length, language))}</DoneNote>
      {pasted.ambiguous.map(({ name, candidates }) => (
        <fieldset key={name} class="p-4 rounded-xl bg-gold-soft text-gold">
          <legend class="contents font-bold">{words.pasteTwice(name)}</legend>
          {candidates.map(({ volunteer, class: label, number }) => (
            <TickBox
              key={volunteer}
              checked={chosen.includes(volunteer)}
              onChange={(isMeant) => onChoose(volunteer, isMeant)}
            >
              <span class="text-ink">{words.person(label, number)}</span>
            </TickBox>
          ))}
        </fieldset>
      ))}
      {pasted.absent.length > 0 && <p>{words.pasteAbsent(pasted.absent.map(nameOf).join('、'))}</p>}
      {pasted.unknown.length > 0 && (
        <div class="p-4 rounded-xl bg-danger-soft text-danger">
          <p class="font-bold">{words.pasteUnknown}</p>
          <p class="text-ink my-1">{pasted.unknown.join('、')}</p>
          <p>{words.pasteUnknownNext}</p>
        </div>
      )}
    </>
  );
}
