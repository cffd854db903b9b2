import { read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { definePage } from '../../page.ts';
import { Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { certificatesWords } from '../../words/certificates.ts';
import { shellWords } from '../../words/shell.ts';
import { Ask } from '../my-certificates/ask.tsx';
import { List } from '../my-certificates/list.tsx';

/** The school asks for somebody who has no phone, and prints what was issued. */
export const pupilCertificatesPage = definePage({
  allow: ['leader', 'unit_admin', 'district_admin'],
  frame: 'app',
  words: certificatesWords,
  reads: ({ params, query: { from, to, cursor } }) => ({
    file: read('GET /api/volunteers/{volunteer}', { params }),
    issuers: read('GET /api/volunteers/{volunteer}/certificates/issuers', { params, query: { from, to } }),
    theirs: read('GET /api/volunteers/{volunteer}/certificates', { params, query: { cursor, limit: 20 } }),
  }),
  title: (words, data) => (data ? words.ofTitle(data.file.name) : words.mineTitle),
  view: ({ words, where, data: { file, issuers, theirs }, refresh }) => (
    <div class="max-w-2xl mx-auto">
      <Heading title={words.ofTitle(file.name)} note={`${file.schoolName} ${file.class} ${file.number}`} />
      <div class="grid gap-4">
        <Ask
          words={words}
          where={where}
          issuers={issuers.items}
          ask={(body) =>
            send('POST /api/volunteers/{volunteer}/certificates', { params: { volunteer: file.id }, body })
          }
          refresh={refresh}
        />
        <List words={words} look={where.look} items={theirs.items} />
      </div>
      <Turn path={where.path} query={where.query} next={theirs.next} labels={shellWords[where.look.language]} />
    </div>
  ),
});
