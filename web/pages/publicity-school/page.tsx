import { read } from '../../api/read.ts';
import { definePage } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { publicFiguresWords } from '../../words/public-figures.ts';
import { publicityWords } from '../../words/publicity.ts';
import { shellWords } from '../../words/shell.ts';
import { ObjectToLine } from './object.tsx';
import { ShiftList } from './shift-list.tsx';

/** What is public of a school now: nobody signs in to read it. */
export const publicitySchoolPage = definePage({
  allow: 'anyone',
  frame: 'app',
  words: publicityWords,
  title: (words) => words.title,
  reads: ({ params, query }) => ({
    lists: read('GET /api/publicity/{school}', { params, query: { cursor: query.cursor, limit: 20 } }),
    figures: read('GET /api/public/figures'),
  }),
  view({ words, where: { path, params, query, look }, data: { lists, figures } }) {
    const school = figures.schools.find(({ code }) => code === params.school);
    return (
      <div class="max-w-4xl mx-auto flex flex-col gap-4">
        <Heading title={words.listOf(school?.name ?? words.code(params.school ?? ''))} note={words.listLead}>
          <LinkButton kind="quiet" href={`/figures/${params.school ?? ''}`}>
            {publicFiguresWords[look.language].go}
          </LinkButton>
          <LinkButton kind="quiet" href="/publicity">
            {words.otherSchool}
          </LinkButton>
        </Heading>
        {lists.items.length === 0 ? (
          <Card>
            <Empty title={words.emptyTitle}>
              <p>{words.emptyNext}</p>
            </Empty>
          </Card>
        ) : (
          lists.items.map((shift) => (
            <ShiftList
              key={shift.shift}
              shift={shift}
              words={words}
              language={look.language}
              beside={({ ref, ...line }) =>
                query.link &&
                ref && (
                  <ObjectToLine
                    school={params.school ?? ''}
                    link={query.link}
                    look={look}
                    line={{ person: ref }}
                    {...line}
                  />
                )
              }
              besideClass={({ shift: id, label }) =>
                query.link && (
                  <ObjectToLine
                    school={params.school ?? ''}
                    link={query.link}
                    look={look}
                    line={{ class: label }}
                    shift={id}
                    name={label}
                  />
                )
              }
            />
          ))
        )}
        <Turn path={path} query={query} next={lists.next} labels={shellWords[look.language]} />
      </div>
    );
  },
});
