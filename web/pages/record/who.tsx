/** The list to tick: everybody is there until unticked, and one person's time can be cut. */
import { useState } from 'preact/hooks';
import { numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Empty } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import type { LeaderWords } from '../../words/leader.ts';
import { Class } from './class.tsx';
import type { Member } from './use-members.ts';
import type { RecordingForm } from './use-recording.ts';

interface WhoGiven {
  readonly words: LeaderWords;
  readonly language: Language;
  readonly form: RecordingForm;
}

export function Who({ words, language, form: { members, isWhole, draft, present, later, change } }: WhoGiven) {
  const [timed, setTimed] = useState<Member>();
  const [isPasting, setPasting] = useState(false);
  const tick = (ids: readonly string[], isThere: boolean) => {
    const others = draft.absent.filter((id) => !ids.includes(id));
    change({ absent: isThere ? others : [...others, ...ids] });
  };
  const setPresent = (ids: readonly string[]) =>
    change({ absent: members.map(({ volunteer }) => volunteer).filter((id) => !ids.includes(id)) });
  if (members.length === 0) return <Nobody words={words} />;
  return (
    <Card
      title={words.whoTitle}
      aside={<PasteButton words={words} isReady={isWhole && later !== undefined} onClick={() => setPasting(true)} />}
    >
      <p class="text-soft mb-2">
        {words.whoHint}{' '}
        <span class="font-bold text-ink tabular-nums">
          {words.present(numberText(present.length, language), numberText(members.length, language))}
        </span>
      </p>
      {classesOf(members).map(([label, people]) => (
        <Class key={label} words={words} label={label} people={people} draft={draft} onTick={tick} onTime={setTimed} />
      ))}
      {!isWhole && <p class="text-soft">{words.loading}</p>}
      {timed && later && (
        <later.TimeDialog
          words={words}
          member={timed}
          draft={draft}
          onChange={change}
          onClose={() => setTimed(undefined)}
        />
      )}
      {isPasting && later && (
        <later.PasteDialog
          language={language}
          members={members}
          onRead={setPresent}
          onClose={() => setPasting(false)}
        />
      )}
    </Card>
  );
}

const Nobody = ({ words }: { words: LeaderWords }) => (
  <Card title={words.whoTitle}>
    <Empty title={words.noMembers}>
      <p>{words.noMembersNext}</p>
    </Empty>
  </Card>
);

interface PasteButtonGiven {
  readonly words: LeaderWords;
  readonly isReady: boolean;
  onClick(): void;
}

const PasteButton = ({ words, isReady, onClick }: PasteButtonGiven) => (
  <Button kind="quiet" disabled={!isReady} onClick={onClick}>
    <Icon of={icons.paste} class="size-5" />
    {words.paste}
  </Button>
);

function classesOf(members: readonly Member[]): [label: string, people: Member[]][] {
  const classes = new Map<string, Member[]>();
  for (const member of members) classes.set(member.class, [...(classes.get(member.class) ?? []), member]);
  return [...classes];
}
