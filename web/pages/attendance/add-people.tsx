/** The team's list to tick: those without phones are signed up by their leader. */
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
import type { Given } from './page.tsx';

type Page = AnswerOf<'GET /api/teams/{team}/members'>;
interface AddGiven extends Given {
  onClose(): void;
}

export function AddPeople(given: AddGiven) {
  const { words, where, session, onClose } = given;
  const [first, setFirst] = useState<Page>();
  const load = useAction(async () => {
    const path = pathOf('GET /api/teams/{team}/members', { params: { team: session.team } });
    setFirst(await fetchRead<'GET /api/teams/{team}/members'>(path));
  });
  return (
    <Dialog title={words.addTitle} onClose={onClose}>
      {first ? (
        <Choose {...given} first={first} />
      ) : (
        <Button wide disabled={load.isBusy} onClick={() => load.run()}>
          {words.addPeople}
        </Button>
      )}
      {load.problem && <ProblemNote problem={load.problem} look={where.look} />}
    </Dialog>
  );
}

function Choose({ words, where, session, refresh, onClose, first }: AddGiven & { first: Page }) {
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
    const body = { volunteers: [...chosen], role };
    const params = { shift: session.id };
    const { items } = await send('POST /api/activity-shifts/{shift}/sign-ups', { params, body });
    await refresh();
    const left = items.filter(({ outcome }) => outcome !== 'done');
    const nameOf = (id: string) => members.find(({ volunteer }) => volunteer === id)?.name ?? '';
    setRefused(left.map(({ id, title }) => `${nameOf(id)}：${title ?? ''}`));
    if (left.length === 0) onClose();
  });
  return (
    <div class="flex flex-col gap-3">
      {session.roles.length > 1 && (
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
        {words.signUp} ({chosen.size})
      </Button>
      <Button kind="quiet" wide onClick={onClose}>
        {words.cancel}
      </Button>
    </div>
  );
}
