/** Who leads the team, and how somebody more comes to lead it. */
import { useEffect, useState } from 'preact/hooks';
import { type AnswerOf, type ItemOf, pathOf } from '../../api/read.ts';
import { fetchRead, send } from '../../api/send.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { SchoolWords } from '../../words/school.ts';
import { PersonFields, typed } from '../staff/invite-dialog.tsx';
import { type Invited, OneTimeCode } from '../staff/one-time-code.tsx';

type Team = AnswerOf<'GET /api/teams/{team}'>;
type Staff = ItemOf<'GET /api/staff'>;

interface LeadersGiven {
  readonly words: SchoolWords;
  readonly where: Where;
  readonly team: Team;
}

export function Leaders({ words, where, team }: LeadersGiven) {
  const [leaders, setLeaders] = useState<readonly Staff[]>();
  const [isAppointing, setAppointing] = useState(false);
  const [invited, setInvited] = useState<Invited>();
  const reading = useAction(async () => setLeaders(await readLeaders(team)));
  useEffect(() => reading.run(), [invited]);
  return (
    <Card
      title={words.leadersTitle}
      aside={
        <Button kind="quiet" onClick={() => setAppointing(true)}>
          {words.appoint}
        </Button>
      }
    >
      <div class="flex flex-col gap-4">
        {invited && <OneTimeCode words={words} invited={invited} />}
        {leaders?.length === 0 && <p class="text-soft">{words.noLeadersNext}</p>}
        {leaders && leaders.length > 0 && (
          <ul class="flex flex-wrap gap-x-6 gap-y-2">
            {leaders.map(({ account, name, login }) => (
              <li key={account}>
                <span class="font-bold">{name}</span> <span class="text-soft">{login}</span>
              </li>
            ))}
          </ul>
        )}
        {reading.problem && <ProblemNote problem={reading.problem} look={where.look} />}
      </div>
      {isAppointing && (
        <AppointDialog
          words={words}
          where={where}
          team={team}
          onAppointed={(one) => {
            setAppointing(false);
            setInvited(one);
          }}
          onClose={() => setAppointing(false)}
        />
      )}
    </Card>
  );
}

interface AppointGiven extends LeadersGiven {
  onAppointed(invited: Invited): void;
  onClose(): void;
}

function AppointDialog({ words, where, team, onAppointed, onClose }: AppointGiven) {
  const appoint = useAction(async (form: FormData) => {
    onAppointed(await send('POST /api/teams/{team}/leaders', { params: { team: team.id }, body: typed(form) }));
  });
  return (
    <Dialog title={words.appoint} onClose={onClose}>
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          appoint.run(new FormData(event.currentTarget));
        }}
      >
        <p class="text-soft">{words.appointLead}</p>
        <PersonFields words={words} />
        {appoint.problem && <ProblemNote problem={appoint.problem} look={where.look} />}
        <div class="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={appoint.isBusy}>
            {appoint.isBusy ? words.working : words.appoint}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Leaders are staff of the team's unit; their posts name the team. */
async function readLeaders({ id, unit }: Team): Promise<Staff[]> {
  const leaders: Staff[] = [];
  let cursor: string | undefined;
  do {
    const page: AnswerOf<'GET /api/staff'> = await fetchRead<'GET /api/staff'>(
      pathOf('GET /api/staff', { query: { unit, cursor } }),
    );
    leaders.push(
      ...page.items.filter(({ posts }) => posts.some(({ role, scope }) => role === 'leader' && scope === id)),
    );
    cursor = page.next;
  } while (cursor);
  return leaders;
}
