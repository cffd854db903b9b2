/** Who of the team goes. */
import { useEffect, useState } from 'preact/hooks';
import { type ItemOf, pathOf } from '../../api/read.ts';
import { fetchRead, send } from '../../api/send.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { OrderTeamWords } from '../../words/order-team.ts';
import type { TeamOrder } from './facts.tsx';

type Member = ItemOf<'GET /api/teams/{team}/members'>;

interface AssignGiven {
  readonly words: OrderTeamWords;
  readonly where: Where;
  readonly order: TeamOrder;
  onDone(): Promise<void>;
  onClose(): void;
}

/** From this level on the law wants an insurance. */
const riskLevelHigh = 2;

export function AssignDialog({ words, where, order, onDone, onClose }: AssignGiven) {
  const [members, setMembers] = useState<readonly Member[]>([]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(order.members));
  const [insurance, setInsurance] = useState('');
  const load = useAction(async () => setMembers(await everyMember(where.session?.post.scope ?? '')));
  useEffect(() => load.run(), []);
  const save = useAction(async () => {
    const body = { volunteers: [...chosen], insurance: insurance.trim() || undefined };
    await send('PUT /api/orders/{order}/members', { params: { order: order.id }, body });
    await onDone();
  });
  const problem = save.problem ?? load.problem;
  return (
    <Dialog title={words.assign} onClose={onClose}>
      <div class="flex flex-col gap-3">
        <ul class="max-h-60 overflow-y-auto">
          {members.map(({ volunteer, name, number }) => (
            <li key={volunteer} class="border-t border-line">
              <TickBox
                checked={chosen.has(volunteer)}
                onChange={(on) =>
                  setChosen(new Set(on ? [...chosen, volunteer] : [...chosen].filter((one) => one !== volunteer)))
                }
              >
                <span>
                  <span class="block font-bold">{name}</span>
                  <span class="block text-sm text-soft tabular-nums">{number}</span>
                </span>
              </TickBox>
            </li>
          ))}
        </ul>
        {order.riskLevel >= riskLevelHigh && (
          <TextField
            label={words.insurance}
            value={insurance}
            maxLength={60}
            onInput={(event) => setInsurance(event.currentTarget.value)}
          />
        )}
        {problem && <ProblemNote problem={problem} look={where.look} />}
        <div class="flex flex-wrap gap-2">
          <Button class="flex-1" disabled={save.isBusy || chosen.size === 0} onClick={() => save.run()}>
            {words.save}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

async function everyMember(team: string): Promise<Member[]> {
  const all: Member[] = [];
  let cursor: string | undefined;
  do {
    const path = pathOf('GET /api/teams/{team}/members', { params: { team }, query: { cursor } });
    const page = await fetchRead<'GET /api/teams/{team}/members'>(path);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return all;
}
