import { read } from '../../api/read.ts';
import { definePage } from '../../page.ts';
import { Badge, Card, Empty, Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { meritWords } from '../../words/merits.ts';
import { shellWords } from '../../words/shell.ts';
import { MeritLine } from '../merits/merit-line.tsx';

export const myMeritsPage = definePage({
  allow: ['volunteer', 'guardian'],
  frame: 'app',
  words: meritWords,
  title: (words) => words.mineTitle,
  reads: ({ query }) => ({
    merits: read('GET /api/me/merits', { query: { cursor: query.cursor } }),
    skills: read('GET /api/me/qualifications'),
  }),
  view: ({ words, where: { look, path, query }, data: { merits, skills } }) => (
    <div class="max-w-2xl mx-auto">
      <Heading title={words.mineTitle} note={words.mineLead} />
      {skills.items.length > 0 && (
        <Card title={words.mineSkills} class="mb-4">
          <p class="text-soft mb-2">{words.mineSkillsLead}</p>
          <ul class="flex flex-wrap gap-2">
            {skills.items.map((name) => (
              <li key={name}>
                <Badge tone="good">{name}</Badge>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card>
        {merits.items.length === 0 && <Empty title={words.mineNone} />}
        <ul class="divide-y divide-line">
          {merits.items.map((merit) => (
            <MeritLine key={merit.id} words={words} look={look} merit={merit} />
          ))}
        </ul>
      </Card>
      <Turn path={path} query={query} next={merits.next} labels={shellWords[look.language]} />
    </div>
  ),
});
