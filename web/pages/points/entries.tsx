/** Every movement of the wallet, and where it came from. */
import type { AnswerOf, ItemOf } from '../../api/read.ts';
import { momentText, numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Card, Empty } from '../../ui/card.tsx';
import { More, usePages } from '../../ui/more.tsx';
import { Parts } from '../../ui/parts.tsx';
import type { PointsWords } from '../../words/points.ts';

interface EntriesGiven {
  readonly words: PointsWords;
  readonly look: Look;
  readonly first: AnswerOf<'GET /api/me/entries'>;
}

export function Entries({ words, look, first }: EntriesGiven) {
  const pages = usePages('GET /api/me/entries', first);
  return (
    <Card title={words.entriesTitle}>
      {pages.items.length === 0 && (
        <Empty title={words.noEntries}>
          <p>{words.noEntriesNext}</p>
        </Empty>
      )}
      <ul class="divide-y divide-line">
        {pages.items.map((entry) => (
          <EntryLine key={entry.number} words={words} look={look} entry={entry} />
        ))}
      </ul>
      <More pages={pages} label={words.more} look={look} />
    </Card>
  );
}

type Entry = ItemOf<'GET /api/me/entries'>;

/** Where an entry's reference is shown. */
const sources: Readonly<Partial<Record<Entry['kind'], string>>> = {
  service: '/me/records/',
  correct: '/me/records/',
  surplus: '/me/records/',
  redeem: '/me/redemptions/',
  return: '/me/redemptions/',
};

interface EntryGiven extends Omit<EntriesGiven, 'first'> {
  readonly entry: Entry;
}

function EntryLine({ words, look: { language }, entry }: EntryGiven) {
  const source = sources[entry.kind];
  const kind = words.entryKinds[entry.kind];
  const isOwed = entry.debt !== 0;
  const owed = `${entry.debt > 0 ? '+' : ''}${numberText(entry.debt, language)}`;
  const about = [
    entry.title && kind,
    isOwed && words.owedBy(owed),
    entry.minutes !== 0 && words.minutes(numberText(entry.minutes, language)),
    momentText(entry.at, language),
  ];
  const line = (
    <>
      <span class="min-w-0">
        <span class="block font-bold">{entry.title ?? kind}</span>
        <Parts of={about} class="text-sm text-soft" />
      </span>
      <span class="text-right shrink-0">
        <span class={`block font-bold tabular-nums ${entry.points > 0 ? 'text-brand' : ''}`}>
          {entry.points > 0 ? '+' : ''}
          {numberText(entry.points, language)}
        </span>
        <span class="block text-sm text-soft">{words.balanceAfter(numberText(entry.balance, language))}</span>
      </span>
    </>
  );
  const shape = 'py-3 flex justify-between gap-4';
  return (
    <li>
      {source ? (
        <a href={`${source}${entry.reference}`} class={`${shape} hover:bg-page`}>
          {line}
        </a>
      ) : (
        <div class={shape}>{line}</div>
      )}
    </li>
  );
}
