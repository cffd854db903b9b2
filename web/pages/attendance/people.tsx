import { send } from '../../api/send.ts';
import { clockText, numberText } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { useAction } from '../../ui/use-action.ts';
import { stateTones } from '../activities/state-tones.ts';
import type { Given } from './given.ts';
import type { Note, Person } from './use-attendance.ts';

interface PeopleGiven extends Given {
  readonly pending: ReadonlySet<string>;
  readonly isOpen: boolean;
  readonly note: Note;
}
const groups = [
  ['expected', ['signed', 'absent']],
  ['present', ['in']],
  ['gone', ['out', 'recorded']],
  ['others', ['asked', 'waiting', 'offered', 'excused']],
] as const;

/** Three lists beside one another on a table, below one another on a phone. */
export const People = (given: PeopleGiven) => (
  <div class="grid gap-4 lg:grid-cols-3 items-start">
    {groups.map(([group, states]) => {
      const people = given.session.people.filter(({ state }) => (states as readonly string[]).includes(state));
      if (people.length === 0 && group === 'others') return null;
      const count = numberText(people.length, given.where.look.language);
      return (
        <Card key={group} title={`${given.words[group]} ${count}`}>
          {group === 'present' && given.isOpen && people.length > 1 && (
            <Button
              kind="quiet"
              wide
              onClick={() =>
                void given.note({ what: 'out', means: 'tick', volunteers: people.map((one) => one.volunteer) })
              }
            >
              {given.words.everybody}
            </Button>
          )}
          {people.length === 0 && <p class="text-soft">{given.words.nobody}</p>}
          <ul class="divide-y divide-line">
            {people.map((person) => (
              <Row key={person.volunteer} {...given} person={person} />
            ))}
          </ul>
        </Card>
      );
    })}
  </div>
);

function Row({ words, where, session, person, pending, isOpen, note, refresh }: PeopleGiven & { person: Person }) {
  const { language } = where.look;
  const { volunteer, state } = person;
  const times = [
    person.in && person.inBy && words.checkedIn(clockText(person.in, language), words.means[person.inBy]),
    person.out && person.outBy && words.checkedOut(clockText(person.out, language), words.means[person.outBy]),
    person.position && words.position(String(person.position)),
    person.grade && words.grades[person.grade],
    session.helper === volunteer && words.lent,
  ].filter(Boolean);
  const act = (what: 'in' | 'out' | 'take_back', label: string, kind?: 'quiet') => (
    <Button
      kind={kind}
      disabled={pending.has(volunteer)}
      aria-label={`${label} ${person.person}`}
      onClick={() => void note({ what, means: 'tick', volunteers: [volunteer] })}
    >
      {kind ? <Icon of={icons.undo} class="size-5" /> : label}
    </Button>
  );
  return (
    <li class="flex flex-wrap items-center gap-2 py-2">
      <span class="flex-1 min-w-28">
        <span class="block font-bold">{person.person}</span>
        <span class="text-sm text-soft">{times.join(' · ')}</span>
      </span>
      {!['signed', 'in', 'out'].includes(state) && <Badge tone={stateTones[state]}>{words.states[state]}</Badge>}
      <span class="ml-auto flex gap-2 empty:hidden">
        {isOpen && state === 'signed' && act('in', words.tickIn)}
        {isOpen && state === 'in' && act('out', words.tickOut)}
        {session.mayLead && state === 'asked' && (
          <Request words={words} session={session} person={person} refresh={refresh} />
        )}
        {session.mayLead && (state === 'in' || state === 'out') && act('take_back', words.takeBack, 'quiet')}
      </span>
    </li>
  );
}

type RequestGiven = Pick<Given, 'words' | 'session' | 'refresh'> & { person: Person };
/** A sign-up that needs the leader's word. */
function Request({ words, session, person, refresh }: RequestGiven) {
  const answer = useAction(async (decision: 'admit' | 'decline') => {
    const body = { volunteers: [person.volunteer], decision };
    await send('POST /api/activity-shifts/{shift}/requests', { params: { shift: session.id }, body });
    await refresh();
  });
  return (
    <>
      <Button disabled={answer.isBusy} onClick={() => answer.run('admit')}>
        {words.admit}
      </Button>
      <Button kind="quiet" disabled={answer.isBusy} onClick={() => answer.run('decline')}>
        {words.decline}
      </Button>
    </>
  );
}
