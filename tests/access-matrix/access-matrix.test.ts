/**
 * Every route for every role, about own things and others': the answers are those of the reviewed table, what is
 * foreign is spoken of as if it were not there, and a refusal changes nothing.
 */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contracts } from '../../shared/contracts/index.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { everythingStored } from '../teams/school.ts';
import { askAround, askers, openScene, routes, type Scene } from './matrix.ts';
import { addLines, type Row, readTable, relations } from './table.ts';

const isUpdate = process.env.UPDATE === '1';
const table = readTable();
const additions = new Map<string, Map<string, Row>>();
let scene: Scene;
let stored: string;

const hashOfStore = async () => {
  const byName = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : 1);
  const rows = (await everythingStored(scene.world)).map((row) => Object.entries(row).sort(byName));
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
};

beforeAll(async () => {
  scene = await openScene();
  stored = await hashOfStore();
}, 120_000);
afterAll(() => {
  if (isUpdate) addLines(additions);
  console.info(`${routes.length} routes × ${askers.length} roles × ${relations.length}: ${scene.cells} asks`);
});

const howToAdd = (route: string) =>
  `${route} has no lines in tests/access-matrix/expected.txt: run UPDATE=1 vitest run tests/access-matrix, ` +
  'read each line that begins with a question mark against the contract, and take the mark away.';
const refusal = (who: string) => (who === 'anyone' ? 'sign_in_needed' : 'post_not_allowed');
const isRefusedAsSuch = (who: string, row: Row) => row.every((cell) => cell === refusal(who) || cell === '-');

describe('the answers of', () => {
  test.each(routes)('%s', async (route) => {
    const { rows, faults } = await askAround(scene, route);
    expect(faults).toEqual([]);
    const expected = table.routes.get(route) ?? new Map<string, Row>();
    for (const [who, row] of rows) {
      if (isUpdate && !expected.has(who) && !isRefusedAsSuch(who, row)) {
        additions.set(route, (additions.get(route) ?? new Map()).set(who, row));
      }
    }
    if (isUpdate) return;
    expect(table.routes.has(route), howToAdd(route)).toBe(true);
    const deviating = [...rows].filter(([who, row]) => {
      const line = expected.get(who);
      return line ? line.join() !== row.join() : !isRefusedAsSuch(who, row);
    });
    expect(deviating.map(([who, row]) => `${who} | ${row.join(' | ')}`)).toEqual([]);
    expect([...expected.keys()].filter((who) => !rows.has(who))).toEqual([]);
    const { write }: Route = contracts[route];
    if (write) expect(await hashOfStore()).toBe(stored);
  });
});

describe('the table', () => {
  test('has been reviewed line by line', () => expect(table.unreviewed).toEqual([]));
  test('speaks of no route that is gone', () =>
    expect([...table.routes.keys()].filter((route) => !routes.includes(route as never))).toEqual([]));
});
