import { read } from '../../api/read.ts';
import { definePage } from '../../page.ts';
import { Heading } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { mergesWords } from '../../words/merges.ts';
import { Choose } from './choose.tsx';
import { Preview } from './preview.tsx';

/** Which to keep, which to merge, a look at both: each choice is an address, so that it works without script. */
export const mergePage = definePage({
  allow: ['unit_admin', 'district_admin'],
  frame: 'app',
  words: mergesWords,
  title: (words) => words.title,
  reads: ({ query: { kept, merged, q, cursor }, session }) => ({
    preview: kept && merged ? read('GET /api/merges/preview', { query: { kept, merged } }) : undefined,
    found:
      q && !(kept && merged)
        ? read('GET /api/volunteers', { query: { unit: session?.post.unit, q, cursor, limit: 20 } })
        : undefined,
  }),
  view: ({ where, words, data: { preview, found } }) => (
    <div class="max-w-4xl mx-auto">
      <a href="/corrections" class="inline-flex items-center gap-1 min-h-12 font-bold text-brand">
        <Icon of={icons.left} class="size-5" />
        {words.back}
      </a>
      <Heading title={words.title} note={words.lead} />
      {preview ? (
        <Preview where={where} words={words} preview={preview} />
      ) : (
        <Choose where={where} words={words} found={found} />
      )}
    </div>
  ),
});
