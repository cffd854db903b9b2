/** The list to tick: everybody is there until unticked, and one person's time can be cut. */
import { useEffect, useState } from 'preact/hooks';
import { numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Empty } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import type { LeaderWords } from '../../words/leader.ts';
import { type Draft, type Span, spanWithin } from './form.ts';
import type { PasteDialog } from './paste-dialog.tsx';
import { SpanDialog } from './span-dialog.tsx';
import type { Member } from './use-members.ts';
import type { RecordingForm } from './use-recording.ts';

interface WhoGiven {
  readonly words: LeaderWords;
  readonly language: Language;
  readonly form: RecordingForm;
}

export function Who({ words, language, form: { members, isWhole, draft, present, change } }: WhoGiven) {
  const [timed, setTimed] = useState<Member>();
  const [isPasting, setPasting] = useState(false);
  const Paste = usePasteDialog();
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
      aside={<PasteButton words={words} isReady={isWhole && Paste !== undefined} onClick={() => setPasting(true)} />}
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
      {timed && (
        <TimeDialog words={words} member={timed} draft={draft} onChange={change} onClose={() => setTimed(undefined)} />
      )}
      {isPasting && Paste && (
        <Paste
          words={words}
          language={language}
          members={members}
          onRead={setPresent}
          onClose={() => setPasting(false)}
        />
      )}
    </Card>
  );
}

/** Comes after the page, so that the page comes sooner, and before it is asked for, so that it needs no network then. */
function usePasteDialog(): typeof PasteDialog | undefined {
  const [dialog, setDialog] = useState<typeof PasteDialog>();
  useEffect(() => {
    const load = () =>
      void import('./paste-dialog.tsx').then(
        (loaded) => setDialog(() => loaded.PasteDialog),
        () => addEventListener('online', load, { once: true }),
      );
    load();
    return () => removeEventListener('online', load);
  }, []);
  return dialog;
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

interface TimeGiven {
  readonly words: LeaderWords;
  readonly member: Member;
  readonly draft: Draft;
  onChange(changed: Partial<Draft>): void;
  onClose(): void;
}

function TimeDialog({ words, member: { volunteer, name }, draft, onChange, onClose }: TimeGiven) {
  const setSpan = (span: Span) => {
    const { [volunteer]: _, ...others } = draft.spans;
    const own = spanWithin(draft, span);
    onChange({ spans: own ? { ...others, [volunteer]: own } : others });
    onClose();
  };
  return (
    <SpanDialog
      words={words}
      title={words.timeOf(name)}
      span={draft.spans[volunteer] ?? { from: draft.from, to: draft.to }}
      whole={{ from: draft.from, to: draft.to }}
      doneLabel={words.done}
      onDone={setSpan}
      onClose={onClose}
    />
  );
}

function classesOf(members: readonly Member[]): [label: string, people: Member[]][] {
  const classes = new Map<string, Member[]>();
  for (const member of members) classes.set(member.class, [...(classes.get(member.class) ?? []), member]);
  return [...classes];
}

interface ClassGiven {
  readonly words: LeaderWords;
  readonly label: string;
  readonly people: readonly Member[];
  readonly draft: Draft;
  onTick(ids: readonly string[], isThere: boolean): void;
  onTime(member: Member): void;
}

function Class({ words, label, people, draft, onTick, onTime }: ClassGiven) {
  const ids = people.map(({ volunteer }) => volunteer);
  const isNamesake = ({ name }: Member) => people.filter((one) => one.name === name).length > 1;
  return (
    <fieldset class="mb-4">
      <legend class="sr-only">{label}</legend>
      <div class="flex flex-wrap items-center gap-x-4 mb-1">
        <p class="font-bold mr-auto">{label}</p>
        <button
          type="button"
          class="link min-h-12 px-2"
          aria-label={words.allOf(label)}
          onClick={() => onTick(ids, true)}
        >
          {words.all}
        </button>
        <button
          type="button"
          class="link min-h-12 px-2"
          aria-label={words.noneOf(label)}
          onClick={() => onTick(ids, false)}
        >
          {words.none}
        </button>
      </div>
      <ul class="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-2">
        {people.map((member) => (
          <Person
            key={member.volunteer}
            words={words}
            member={member}
            isThere={!draft.absent.includes(member.volunteer)}
            span={draft.spans[member.volunteer]}
            note={isNamesake(member) ? member.number : undefined}
            onTick={(isThere) => onTick([member.volunteer], isThere)}
            onTime={() => onTime(member)}
          />
        ))}
      </ul>
    </fieldset>
  );
}

interface PersonGiven {
  readonly words: LeaderWords;
  readonly member: Member;
  readonly isThere: boolean;
  readonly span: Span | undefined;
  /** Tells namesakes apart. */
  readonly note: string | undefined;
  onTick(isThere: boolean): void;
  onTime(): void;
}

const Person = ({ words, member, isThere, span, note, onTick, onTime }: PersonGiven) => (
  <li class={`flex rounded-xl border ${isThere ? 'border-brand bg-brand-soft' : 'border-line'}`}>
    <label class="flex-1 min-w-0 flex items-center gap-2 min-h-12 py-1 pl-3">
      <input
        type="checkbox"
        class="size-5 shrink-0 accent-fill"
        checked={isThere}
        onChange={({ currentTarget }) => onTick(currentTarget.checked)}
      />
      <span class="min-w-0">
        <span class={isThere ? 'font-bold' : 'text-soft'}>{member.name}</span>
        {note && <span class="block text-xs text-soft">{note}</span>}
        {isThere && span && <span class="block text-xs">{words.range(span.from, span.to)}</span>}
      </span>
    </label>
    {isThere && (
      <button
        type="button"
        class="min-w-12 grid place-items-center rounded-xl text-soft hover:text-brand"
        aria-label={words.timeOf(member.name)}
        onClick={onTime}
      >
        <Icon of={icons.clock} class="size-5" />
      </button>
    )}
  </li>
);
