/** The reviewed table: what each route answers to whom about whose things; `expected.txt` says how to read it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '../../shared/roles.ts';

const path = join(import.meta.dirname, 'expected.txt');
/** Own things, those of somebody else at the same school, at another school, in another district. */
export const relations = ['own', 'neighbour', 'other school', 'other district'] as const;
/** Names of many at once. */
const groups: Readonly<Record<string, readonly string[]>> = {
  everyone: [...roles, 'anyone'],
  signed_in: roles,
};
export type Row = readonly string[];

export interface Table {
  /** By route, then by who asks: a role, or `role: part` with that part of the ask alone foreign. */
  readonly routes: ReadonlyMap<string, ReadonlyMap<string, Row>>;
  /** Lines that nobody has reviewed. */
  readonly unreviewed: readonly string[];
}

export function readTable(): Table {
  const lines = readFileSync(path, 'utf8').split('\n');
  const routes = new Map<string, Map<string, Row>>();
  let rows = new Map<string, Row>();
  for (const line of lines.filter((one) => one !== '' && !one.startsWith('#'))) {
    if (!line.startsWith(' ') && !line.startsWith('?')) {
      rows = new Map();
      routes.set(line, rows);
      continue;
    }
    const [who = '', ...verdicts] = line
      .replace(/^\?/, '')
      .split('|')
      .map((cell) => cell.trim());
    const [names = '', part] = who.split(': ');
    for (const name of groups[names] ?? names.split(' '))
      rows.set(part === undefined ? name : `${name}: ${part}`, verdicts);
  }
  return { routes, unreviewed: lines.filter((line) => line.startsWith('?')) };
}

/** Adds lines for what the table does not know, marked `?` for a person to review; lines that are there stay. */
export function addLines(found: ReadonlyMap<string, ReadonlyMap<string, Row>>): void {
  const text = readFileSync(path, 'utf8').split('\n');
  for (const [route, rows] of found) {
    if (!text.includes(route)) text.push('', route);
    text.splice(text.indexOf(route) + 1, 0, ...grouped(rows));
  }
  writeFileSync(path, `${text.join('\n').trim()}\n`);
}

function grouped(rows: ReadonlyMap<string, Row>): string[] {
  const byRest = new Map<string, string[]>();
  for (const [who, row] of rows) {
    const [name = '', part] = who.split(': ');
    const rest = `${part === undefined ? '' : `: ${part}`} | ${row.join(' | ')}`;
    byRest.set(rest, [...(byRest.get(rest) ?? []), name]);
  }
  return [...byRest].map(([rest, names]) => `? ${groupName(names)}${rest}`);
}

const groupName = (names: readonly string[]) =>
  Object.entries(groups).find(([, group]) => group.join() === names.join())?.[0] ?? names.join(' ');
