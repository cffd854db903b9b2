import { read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { definePage } from '../../page.ts';
import { Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { certificatesWords } from '../../words/certificates.ts';
import { shellWords } from '../../words/shell.ts';
import { Ask } from './ask.tsx';
import { List } from './list.tsx';

export const myCertificatesPage = definePage({
  allow: ['volunteer', 'guardian'],
  frame: 'app',
  words: certificatesWords,
  title: (words) => words.mineTitle,
  reads: ({ query: { from, to, cursor } }) => ({
    issuers: read('GET /api/me/certificates/issuers', { query: { from, to } }),
    mine: read('GET /api/me/certificates', { query: { cursor, limit: 20 } }),
  }),
  view: ({ words, where, data: { issuers, mine }, refresh }) => (
    <div class="max-w-2xl mx-auto">
      <Heading title={words.mineTitle} note={words.mineLead} />
      <div class="grid gap-4">
        <Ask
          words={words}
          where={where}
          issuers={issuers.items}
          ask={(body) => send('POST /api/me/certificates', { body })}
          refresh={refresh}
        />
        <List words={words} look={where.look} items={mine.items} />
      </div>
      <Turn path={where.path} query={where.query} next={mine.next} labels={shellWords[where.look.language]} />
    </div>
  ),
});
