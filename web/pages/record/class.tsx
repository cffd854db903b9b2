import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import type { LeaderWords } from '../../words/leader.ts';
import type { Draft, Span } from './form.ts';
import type { Member } from './use-members.ts';

interface ClassGiven {
  readonly words: LeaderWords;
  readonly label: string;
  readonly people: readonly Member[];
  readonly draft: Draft;
  onTick(ids: readonly string[], isThere: boolean): void;
  onTime(member: Member): void;
}

/** A class of the list: each pupil with a box, and a clock for whoever was not there all the time. */
export function Class({ words, label, people, draft, onTick, onTime }: ClassGiven) {
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
