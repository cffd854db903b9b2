import { read } from '../../api/read.ts';
import { definePage } from '../../page.ts';
import { Card, Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { deskWords } from '../../words/desk.ts';
import { shellWords } from '../../words/shell.ts';
import { HandOver } from './hand-over.tsx';
import { Waiting } from './waiting.tsx';

export const deskPage = definePage({
  allow: ['desk'],
  frame: 'app',
  words: deskWords,
  title: (words) => words.title,
  reads: ({ session, query: { cursor } }) => ({
    desk: read('GET /api/desks/{desk}', { params: { desk: session?.post.scope ?? '' } }),
    waiting: read('GET /api/pick-ups', { query: { cursor } }),
  }),
  view: ({ words, where: { look, path, query }, data: { desk, waiting }, refresh }) => (
    <>
      <Heading title={words.title} note={`${desk.name} · ${desk.place} · ${desk.hours}`} />
      <div class="grid gap-4 lg:grid-cols-2 items-start">
        <section class="bg-card rounded-2xl border border-line p-4 lg:p-6">
          <HandOver words={words} look={look} desk={desk.id} onHandedOver={refresh} />
        </section>
        <Card title={words.waitingTitle}>
          <Waiting words={words} language={look.language} pickUps={waiting.items} />
          <Turn path={path} query={query} next={waiting.next} labels={shellWords[look.language]} />
        </Card>
      </div>
    </>
  ),
});
