import { useState } from 'preact/hooks';
import { type ItemOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { lastDayText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Badge, Card, Heading } from '../../ui/card.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import { ProofFormDialog } from '../../ui/proof-form-dialog.tsx';
import { ProofNote } from '../../ui/proof-note.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type StandingInWords, standingInWords } from '../../words/standing-in.ts';
import { ColleagueFields, colleagueIn } from './colleague-fields.tsx';

const readsOf = ({ params: { team = '' } }: Where) => ({
  team: read('GET /api/teams/{team}', { params: { team } }),
  leaders: read('GET /api/teams/{team}/leaders', { params: { team } }),
});

/** Who leads a team, and to whom it is lent. */
export const substitutesPage = definePage({
  allow: ['leader', 'unit_admin', 'district_admin'],
  frame: 'app',
  words: standingInWords,
  title: (words) => words.leadersTitle,
  reads: readsOf,
  view: (view) => <Substitutes {...view} />,
});

function Substitutes({
  words,
  where,
  data: { team, leaders },
  refresh,
}: View<StandingInWords, ReturnType<typeof readsOf>>) {
  const [isLending, setLending] = useState(false);
  const [done, setDone] = useState('');
  const finish = async (told: string) => {
    setLending(false);
    setDone(told);
    await refresh();
  };
  const takeBack = useAction(async ({ account, name }: Leader) => {
    const params = { team: team.id, account };
    await send('DELETE /api/teams/{team}/substitutes/{account}', { params, body: {} });
    // Whoever gave the own team back acts in another post now.
    if (account === where.session?.account) location.assign('/account');
    else await finish(words.taken(name));
  });
  const isSubstitute = where.session?.post.until !== undefined;
  const back = where.session?.post.role === 'leader' ? '/leader' : `/teams/${team.id}`;
  return (
    <div class="max-w-2xl mx-auto flex flex-col gap-4">
      <Heading title={words.leadersTitle} note={team.name}>
        <LinkButton kind="quiet" href={back}>
          {words.teamBack}
        </LinkButton>
        {!isSubstitute && <Button onClick={() => setLending(true)}>{words.lend}</Button>}
      </Heading>
      <p class="text-soft">{words.lead}</p>
      {done && <DoneNote>{done}</DoneNote>}
      <ProofNote where={where} problem={takeBack.problem} />
      <Card>
        <ul class="divide-y divide-line">
          {leaders.items.map((leader) => (
            <LeaderLine
              key={leader.account}
              words={words}
              where={where}
              leader={leader}
              isBusy={takeBack.isBusy}
              onTakeBack={takeBack.run}
            />
          ))}
        </ul>
      </Card>
      {isLending && (
        <LendDialog words={words} where={where} team={team} onLent={finish} onClose={() => setLending(false)} />
      )}
    </div>
  );
}

type Leader = ItemOf<'GET /api/teams/{team}/leaders'>;

interface LeaderLineGiven {
  readonly words: StandingInWords;
  readonly where: Where;
  readonly leader: Leader;
  readonly isBusy: boolean;
  onTakeBack(leader: Leader): void;
}

function LeaderLine({ words, where: { session, look }, leader, isBusy, onTakeBack }: LeaderLineGiven) {
  const { account, name, until, lentBy } = leader;
  const isOwn = account === session?.account;
  const mayEnd = until !== undefined && (session?.post.until === undefined || isOwn);
  const notes = [until && words.untilDay(lastDayText(until, look.language)), lentBy && words.lentBy(lentBy)];
  return (
    <li class="py-2 min-h-14 flex flex-wrap items-center gap-x-3">
      <div class="flex-1 min-w-0">
        <p class="font-bold">
          {name} <Badge tone={until ? 'gold' : 'good'}>{until ? words.substitute : words.leader}</Badge>
        </p>
        {until && <p class="text-sm text-soft">{notes.filter(Boolean).join(' · ')}</p>}
      </div>
      {mayEnd && (
        <Button
          kind="quiet"
          aria-label={isOwn ? words.giveBack : words.takeBackOf(name)}
          disabled={isBusy}
          onClick={() => onTakeBack(leader)}
        >
          {isOwn ? words.giveBack : words.takeBack}
        </Button>
      )}
    </li>
  );
}

interface LendGiven extends Pick<LeaderLineGiven, 'words' | 'where'> {
  readonly team: { readonly id: string; readonly name: string };
  onLent(told: string): Promise<void>;
  onClose(): void;
}

function LendDialog({ words, where, team, onLent, onClose }: LendGiven) {
  const lend = useAction(async (form: FormData) => {
    const params = { team: team.id };
    const { name } = await send('POST /api/teams/{team}/substitutes', { params, body: colleagueIn(form) });
    await onLent(words.lent(name));
  });
  const labels = { save: words.lend, cancel: words.cancel };
  return (
    <ProofFormDialog title={words.lendOf(team.name)} {...{ labels, where, onClose }} action={lend}>
      <ColleagueFields words={words} where={where} login={{ label: words.login, hint: words.loginHint }} />
    </ProofFormDialog>
  );
}
