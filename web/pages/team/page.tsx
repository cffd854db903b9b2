import { type ItemOf, read } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { definePage } from '../../page.ts';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { LinkList } from '../../ui/link-list.tsx';
import { type VolunteerWords, volunteerWords } from '../../words/volunteer.ts';

export const teamPage = definePage({
  allow: ['volunteer', 'guardian'],
  frame: 'app',
  words: volunteerWords,
  title: (words) => words.teamTitle,
  reads: () => ({ teams: read('GET /api/teams') }),
  view: ({ words, where: { look, session }, data: { teams } }) => (
    <div class="max-w-2xl mx-auto">
      <Heading title={words.teamTitle} />
      <div class="grid gap-4">
        {teams.items.length === 0 && (
          <Card>
            <Empty title={words.noTeam}>
              <p>{words.noTeamNext}</p>
            </Empty>
          </Card>
        )}
        {teams.items.map((team) => (
          <Team key={team.id} words={words} language={look.language} team={team} />
        ))}
        {session?.post.role === 'volunteer' && (
          <LinkList
            links={[
              { href: '/me/visits', icon: icons.home, text: words.visits },
              { href: '/wishes', icon: icons.gift, text: words.wishes },
            ]}
          />
        )}
        <Card title={words.teamHow}>
          <ol class="grid gap-3">
            {words.teamSteps.map((step, index) => (
              <li key={step} class="flex items-center gap-3">
                <span class="size-8 shrink-0 rounded-full bg-brand-soft text-brand font-bold grid place-items-center">
                  {index + 1}
                </span>
                {step}
              </li>
            ))}
          </ol>
        </Card>
      </div>
    </div>
  ),
});

interface TeamGiven {
  readonly words: VolunteerWords;
  readonly language: Language;
  readonly team: ItemOf<'GET /api/teams'>;
}

const Team = ({ words, language, team: { name, brand, members } }: TeamGiven) => (
  <section class="rounded-2xl bg-fill text-on-fill p-6 flex items-center gap-4">
    <Icon of={icons.heart} class="size-10" />
    <div>
      {brand && <p>{brand}</p>}
      <h2 class="text-xl font-bold">{name}</h2>
      <p>{words.members(numberText(members, language))}</p>
    </div>
  </section>
);
