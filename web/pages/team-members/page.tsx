import { useState } from 'preact/hooks';
import { read } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import { type SchoolWords, schoolWords } from '../../words/school.ts';
import { AddDialog } from './add-dialog.tsx';
import { Leaders } from './leaders.tsx';
import { Members } from './members.tsx';

const readsOf = ({ params: { team = '' }, query: { cursor } }: Where) => ({
  team: read('GET /api/teams/{team}', { params: { team } }),
  members: read('GET /api/teams/{team}/members', { params: { team }, query: { cursor } }),
});

export const teamMembersPage = definePage({
  allow: ['district_admin', 'unit_admin'],
  frame: 'app',
  words: schoolWords,
  title: (words, data) => data?.team.name ?? words.teamsTitle,
  reads: readsOf,
  view: (view) => <TeamMembers {...view} />,
});

function TeamMembers({
  words,
  where,
  data: { team, members },
  refresh,
}: View<SchoolWords, ReturnType<typeof readsOf>>) {
  const [isAdding, setAdding] = useState(false);
  const [done, setDone] = useState('');
  const number = (count: number) => numberText(count, where.look.language);
  const finish = async (told: string) => {
    setAdding(false);
    setDone(told);
    await refresh();
  };
  const note = [team.brand, words.members(number(team.members))].filter(Boolean).join(' · ');
  return (
    <>
      <Heading title={team.name} note={note}>
        <LinkButton kind="quiet" href="/teams">
          {words.allTeams}
        </LinkButton>
      </Heading>
      <div class="flex flex-col gap-4">
        {done && <DoneNote>{done}</DoneNote>}
        <Leaders words={words} where={where} team={team} />
        <Card title={words.membersTitle} aside={<Button onClick={() => setAdding(true)}>{words.addMembers}</Button>}>
          {members.items.length === 0 ? (
            <Empty title={words.noMembers}>
              <p>{words.noMembersNext}</p>
            </Empty>
          ) : (
            <Members words={words} where={where} team={team} members={members.items} onDone={finish} />
          )}
          <Turn path={where.path} query={where.query} next={members.next} labels={words} />
        </Card>
      </div>
      {isAdding && (
        <AddDialog
          words={words}
          where={where}
          team={team}
          known={new Set(members.items.map(({ volunteer }) => volunteer))}
          onAdded={(count) => finish(words.added(number(count)))}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
