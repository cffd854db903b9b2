/** The imports begun on this computer: their ids and times, kept by the browser. */
import { useEffect, useState } from 'preact/hooks';
import { momentText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Card } from '../../ui/card.tsx';
import type { RosterWords } from '../../words/roster.ts';

interface Begun {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
}
const keptMax = 5;
const nameOf = ({ session }: Where) => `timebank-imports-${session?.account}`;

/** Without storage nothing is kept: an import's address is in the browser's history as well. */
function begunOn(where: Where): Begun[] {
  try {
    return JSON.parse(localStorage.getItem(nameOf(where)) ?? '[]');
  } catch {
    return [];
  }
}

export function keepImport(where: Where, id: string): void {
  const begun = [{ id, at: new Date().toISOString() }, ...begunOn(where)].slice(0, keptMax);
  try {
    localStorage.setItem(nameOf(where), JSON.stringify(begun));
  } catch {
    return;
  }
}

export function Recent({ where, words }: { where: Where; words: RosterWords }) {
  const [begun, setBegun] = useState<readonly Begun[]>([]);
  useEffect(() => setBegun(begunOn(where)), []);
  if (begun.length === 0) return null;
  return (
    <Card title={words.recent}>
      <ul>
        {begun.map(({ id, at }) => (
          <li key={id}>
            <a class="link inline-flex items-center min-h-12" href={`/imports/${id}`}>
              {words.begunAt(momentText(at, where.look.language))}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
