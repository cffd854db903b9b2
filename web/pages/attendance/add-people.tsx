/**
 * The team's list to tick: before the beginning those without phones are signed up by their leader, afterwards those
 * who came without a sign-up are added: as there, or, when all is over, from the paper list.
 */
import { useState } from 'preact/hooks';
import { type AnswerOf, pathOf } from '../../api/read.ts';
import { fetchRead, send } from '../../api/send.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useMembers } from '../record/use-members.ts';
import type { Given } from './given.ts';

type Page = AnswerOf<'GET /api/teams/{team}/members'>;
/** What those who are ticked are: signed up, there now, or there as the paper list says. */
type Adding = 'sign_up' | 'in' | 'paper';
interface AddGiven extends Given {
  readonly as: Adding;
  onClose(): void;
}
const titles = { sign_up: 'addTitle', in: 'addPresent', paper: 'addFromPaper' } as const;
const buttons = { sign_up: 'signUp', in: 'add', paper: 'add' } as const;

export function AddPeople(given: AddGiven) {
  const { words, where, session, as, onClose } = given;
  const [first, setFirst] = useState<Page>();
  const load = useAction(async () => {
    const path = pathOf('GET /api/teams/{team}/members', { params: { team: session.team } });
    setFirst(await fetchRead<'GET /api/teams/{team}/members'>(path));
  });
  return (
    <Dialog title={words[titles[as]]} onClose={onClose}>
      {first ? (
        <Choose {...given} first={first} />
      ) : (
        <Button wide disabled={load.isBusy} onClick={() => load.run()}>
          {words.showMembers}
        </Button>
      )}
      {load.problem && <ProblemNote problem={load.problem} look={where.look} />}
    </Dialog>
  );
}

function Choose({ words, where, session, as, refresh, onClose, first }: AddGiven & { first: Page }) {
  const { members } = useMembers(session.team, first);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [role, setRole] = useState(0);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const listed = new Set(session.people.map(({ volunteer }) => volunteer));
  const toggle = (volunteer: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(volunteer);
    else next.delete(volunteer);
    setChosen(next);
  };
  const add = useAction(async () => {
    const params = { shift: session.id };
    const volunteers = [...chosen];
    const { items } =
      as === 'sign_up'
        ? await send('POST /api/activity-shifts/{shift}/sign-ups', { params, body: { volunteers, role } })
        : await send('POST /api/activity-shifts/{shift}/attendance', {
            params,
            body: { what: as, means: 'tick', walkIn: true, volunteers },
          });
    await refresh();
    const left = items.filter(({ outcome }) => outcome !== 'done');
    const nameOf = (id: string) => members.find(({ volunteer }) => volunteer === id)?.name ?? '';
    setRefused(left.map(({ id, title }) => `${nameOf(id)}：${title ?? ''}`));
    if (left.length === 0) onClose();
  });
  return (
    <div class="flex flex-col gap-3">
      {as === 'sign_up' && session.roles.length > 1 && (
        <SelectField label={words.role} onChange={({ currentTarget }) => setRole(Number(currentTarget.value))}>
          {session.roles.map(({ name }, at) => (
            <option key={name} value={at} selected={at === role}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <ul>
        {members
          .filter(({ volunteer }) => !listed.has(volunteer))
          .map(({ volunteer, name, class: label }) => (
            <li key={volunteer}>
              <TickBox checked={chosen.has(volunteer)} onChange={(isOn) => toggle(volunteer, isOn)}>
                <span>
                  {name} <span class="text-soft">{label}</span>
                </span>
              </TickBox>
            </li>
          ))}
      </ul>
      {refused.length > 0 && (
        <ul class="text-danger" role="alert">
          {refused.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {add.problem && <ProblemNote problem={add.problem} look={where.look} />}
      <Button wide disabled={add.isBusy || chosen.size === 0} onClick={() => add.run()}>
        {words[buttons[as]]} ({chosen.size})
      </Button>
      <Button kind="quiet" wide onClick={onClose}>
        {words.cancel}
      </Button>
    </div>
  );
}
