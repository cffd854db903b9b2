/** Who leads the team, and how somebody more comes to lead it. */
import { useEffect, useState } from 'preact/hooks';
import { type AnswerOf, type ItemOf, pathOf } from '../../api/read.ts';
import { fetchRead, send } from '../../api/send.ts';
import { lastDayText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Badge, Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { ProofNote } from '../../ui/proof-note.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { SchoolWords } from '../../words/school.ts';
import { standingInWords } from '../../words/standing-in.ts';
import { PersonFields, typed } from '../staff/invite-dialog.tsx';
import { type Invited, OneTimeCode } from '../staff/one-time-code.tsx';

type Team = AnswerOf<'GET /api/teams/{team}'>;
type Leader = ItemOf<'GET /api/teams/{team}/leaders'>;

interface LeadersGiven {
  readonly words: SchoolWords;
  readonly where: Where;
  readonly team: Team;
}

export function Leaders({ words, where, team }: LeadersGiven) {
  const [leaders, setLeaders] = useState<readonly Leader[]>();
  const [isAppointing, setAppointing] = useState(false);
  const [invited, setInvited] = useState<Invited>();
  const reading = useAction(async () => {
    const path = pathOf('GET /api/teams/{team}/leaders', { params: { team: team.id } });
    setLeaders((await fetchRead<'GET /api/teams/{team}/leaders'>(path)).items);
  });
  const standing = standingInWords[where.look.language];
  useEffect(() => reading.run(), [invited]);
  return (
    <Card
      title={words.leadersTitle}
      aside={
        <div class="flex flex-wrap gap-2">
          <LinkButton kind="quiet" href={`/teams/${team.id}/substitutes`}>
            {standing.lend}
          </LinkButton>
          <Button kind="quiet" onClick={() => setAppointing(true)}>
            {words.appoint}
          </Button>
        </div>
      }
    >
      <div class="flex flex-col gap-4">
        {invited && <OneTimeCode words={words} invited={invited} />}
        {leaders?.length === 0 && <p class="text-soft">{words.noLeadersNext}</p>}
        {leaders && leaders.length > 0 && (
          <ul class="flex flex-wrap gap-x-6 gap-y-2">
            {leaders.map(({ account, name, until }) => (
              <li key={account}>
                <span class="font-bold">{name}</span>{' '}
                {until && (
                  <Badge tone="gold">
                    {standing.substitute} · {standing.untilDay(lastDayText(until, where.look.language))}
                  </Badge>
                )}
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
        <ProofNote where={where} problem={appoint.problem} />
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
