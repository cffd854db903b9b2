import { read } from '../../api/read.ts';
import { definePage } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { type ExportsWords, exportsWords } from '../../words/exports.ts';
import { AskForList } from './ask.tsx';
import { Mine } from './mine.tsx';

export const exportsPage = definePage({
  allow: ['district_admin', 'unit_admin'],
  frame: 'app',
  words: exportsWords,
  title: (words) => words.title,
  reads: () => ({ units: read('GET /api/units'), mine: read('GET /api/exports') }),
  view: ({ words, where, data, refresh }) => (
    <>
      <Heading title={words.title} note={words.lead} />
      <div class="grid gap-4 lg:grid-cols-2 items-start">
        {where.session?.hasTotp ? (
          <AskForList words={words} where={where} units={data.units.items} refresh={refresh} />
        ) : (
          <PhoneFirst words={words} />
        )}
        <Mine words={words} where={where} exports={data.mine.items} refresh={refresh} />
      </div>
    </>
  ),
});

const PhoneFirst = ({ words }: { words: ExportsWords }) => (
  <Card title={words.phoneTitle}>
    <p class="mb-4">{words.phoneLead}</p>
    <LinkButton href="/confirm?set=phone&next=%2Fexports">{words.phone}</LinkButton>
  </Card>
);
