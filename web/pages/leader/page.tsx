import { type ItemOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type LeaderHomeWords, leaderHomeWords } from '../../words/leader-home.ts';
import { OutboxNote } from '../record/outbox-note.tsx';
import { ShiftList } from './shift-list.tsx';

const teamOf = ({ session }: Where) => session?.post.scope ?? '';
const shownMax = 20;
const readsOf = (where: Where) => ({
  teams: read('GET /api/teams'),
  unsettled: read('GET /api/unsettled-shifts'),
  latest: read('GET /api/shifts', { query: { team: teamOf(where) } }),
  shifts: read('GET /api/shifts', { query: { team: teamOf(where), limit: shownMax, cursor: where.query.cursor } }),
});

export const leaderPage = definePage({
  allow: ['leader'],
  frame: 'app',
  words: leaderHomeWords,
  reads: readsOf,
  title: (words, data) => data?.teams.items[0]?.name ?? words.leaderTitle,
  view: (view) => <Team {...view} />,
});

function Team({ words, where, data, refresh }: View<LeaderHomeWords, ReturnType<typeof readsOf>>) {
  const { latest, shifts, unsettled } = data;
  const [team, ...otherTeams] = data.teams.items;
  const { language } = where.look;
  const back = latest.items.filter(({ counts }) => counts.sent_back);
  const open = latest.items.filter(({ counts }) => counts.recorded);
  const note = team && [team.brand, words.members(numberText(team.members, language))].filter(Boolean).join(' · ');
  const list = { words, language };
  return (
    <div class="flex flex-col gap-4">
      <Heading title={team?.name ?? words.leaderTitle} note={note}>
        <LinkButton href="/leader/record">
          <Icon of={icons.pencil} class="size-5" />
          {words.recordShift}
        </LinkButton>
        <LinkButton kind="quiet" href="/leader/week">
          {words.weekSheet}
        </LinkButton>
        <LinkButton kind="quiet" href="/merits">
          {words.merits}
        </LinkButton>
        <LinkButton kind="quiet" href={`/teams/${teamOf(where)}/substitutes`}>
          {words.substitutes}
        </LinkButton>
        <LinkButton kind="quiet" href="/leader/cards">
          {words.newCards}
        </LinkButton>
      </Heading>
      <OutboxNote words={words} where={where} onSent={() => void refresh()} />
      {unsettled.items.length > 0 && (
        <LinkButton kind="quiet" href="/leader/activities">
          {words.unsettled(numberText(unsettled.items.length, language))}
        </LinkButton>
      )}
      <div class="grid gap-4 lg:grid-cols-[repeat(auto-fit,minmax(24rem,1fr))] items-start empty:hidden">
        {back.length > 0 && (
          <Card title={words.backTitle}>
            <ShiftList {...list} shifts={back} action={words.fix} />
          </Card>
        )}
        {open.length > 0 && (
          <Card title={words.openTitle}>
            <ShiftList {...list} shifts={open} action={words.goConfirm} />
          </Card>
        )}
      </div>
      <Card title={words.shiftsTitle}>
        {shifts.items.length === 0 ? (
          <Empty title={words.noShifts}>
            <p>{words.noShiftsNext}</p>
          </Empty>
        ) : (
          <ShiftList {...list} shifts={shifts.items} />
        )}
        <Turning words={words} cursor={where.query.cursor} next={shifts.next} />
      </Card>
      <OtherTeams words={words} where={where} teams={otherTeams} />
    </div>
  );
}

const Turning = ({ words, cursor, next }: { words: LeaderHomeWords; cursor?: string; next?: string }) => (
  <div class="flex flex-wrap gap-2 mt-2 empty:hidden">
    {cursor && (
      <LinkButton kind="quiet" href="/leader">
        {words.newest}
      </LinkButton>
    )}
    {next && (
      <LinkButton kind="quiet" href={`/leader?cursor=${encodeURIComponent(next)}`}>
        {words.older}
      </LinkButton>
    )}
  </div>
);

interface OtherTeamsGiven {
  readonly words: LeaderHomeWords;
  readonly where: Where;
  readonly teams: readonly ItemOf<'GET /api/teams'>[];
}

/** Whoever leads several teams holds a post in each, and goes to another by taking its post. */
function OtherTeams({ words, where, teams }: OtherTeamsGiven) {
  const change = useAction(async (team: string) => {
    const post = where.session?.posts.find(({ role, scope }) => role === 'leader' && scope === team);
    if (!post) return;
    await send('POST /api/session/post', { body: { post: post.id } });
    location.assign('/leader');
  });
  if (teams.length === 0) return null;
  return (
    <Card title={words.otherTeams}>
      <ul class="flex flex-wrap gap-2">
        {teams.map(({ id, name }) => (
          <li key={id}>
            <Button kind="quiet" disabled={change.isBusy} onClick={() => change.run(id)}>
              {name}
            </Button>
          </li>
        ))}
      </ul>
      {change.problem && <ProblemNote problem={change.problem} look={where.look} />}
    </Card>
  );
}
