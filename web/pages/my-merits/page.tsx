import { read } from '../../api/read.ts';
import { dayText, numberText } from '../../format.ts';
import { definePage } from '../../page.ts';
import { Badge, Card, Empty, Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { meritWords } from '../../words/merits.ts';
import { shellWords } from '../../words/shell.ts';

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
          {merits.items.map(({ id, kind, name, organiser, day, content, minutes }) => (
            <li key={id} class="py-3">
              <p class="flex flex-wrap items-center gap-2">
                <span class="font-bold">{name}</span>
                <Badge tone={kind === 'award' ? 'gold' : 'info'}>{words.kinds[kind]}</Badge>
              </p>
              <p class="text-sm text-soft">
                {[
                  dayText(day, look.language),
                  organiser,
                  minutes && words.minutesOf(numberText(minutes, look.language)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {content && <p>{content}</p>}
            </li>
          ))}
        </ul>
      </Card>
      <Turn path={path} query={query} next={merits.next} labels={shellWords[look.language]} />
    </div>
  ),
});
