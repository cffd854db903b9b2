/** A primary school at the end of a year: two classes that leave, one that goes on, and hours that were served. */
import { journalWrites, post, readBalance } from '../../functions/ledger/index.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import type { Client } from '../../scripts/local/client.ts';
import { makeWorld } from '../harness.ts';
import { csv, type Line, pupil } from '../volunteers/lines.ts';
import {
  appointAdministrator,
  classesOf,
  importRoster,
  openSchools,
  pupilsOf,
  type Schools,
} from '../volunteers/schools.ts';

/** Friday, 10 July 2026, 10:00 in Shanghai. */
export const july = Date.parse('2026-07-10T02:00:00Z');
export const dayMs = 86_400_000;

const born = { birthDate: '2014-05-01' };
export const lines = (big: number, small = 2): Line[] => [
  ...Array.from({ length: big }, (_, at) => ({ ...pupil(at + 1), ...born, class: '六(1)班' })),
  ...Array.from({ length: small }, (_, at) => ({ ...pupil(at + 101), ...born, class: '六(2)班' })),
  ...Array.from({ length: 3 }, (_, at) => ({ ...pupil(at + 201), class: '五(1)班' })),
];

export interface YearEnd extends Schools {
  readonly school: Client;
}

/** @param big pupils in the larger of the classes that leave */
export async function openYearEnd(big = 3, wrap?: (store: Store) => Store): Promise<YearEnd> {
  const schools = await openSchools(makeWorld(wrap));
  await importRoster(schools, schools.administrator, schools.east, csv(lines(big)));
  schools.world.now = july;
  await signIn(schools);
  return { ...schools, school: await appointAdministrator(schools, schools.east) };
}
const signIn = ({ administrator, login }: Schools) =>
  administrator.must('POST /api/sessions', { body: { login, password: 'Spring wind over the river 7' } });

let services = 0;
/** Final minutes of the primary stage. */
export async function serve({ world, district }: YearEnd, wallet: string, count: number): Promise<void> {
  services++;
  const before = await readBalance(world.tools, district, wallet);
  const minutes = { count, stage: 'primary', schoolYear: 2025 };
  const movement = {
    tx: `A#${services}`,
    kind: 'service',
    points: 0,
    expiry: '20270831',
    minutes,
    reference: 's',
  } as const;
  const posted = post(before, [movement], { district, wallet, by: 'x', now: world.now, returnedDaysMin: 0 });
  if (posted) await world.store.transact(`SERVE#${services}`, [...journalWrites(posted), ...posted.writes]);
}

export const showYear = ({ school, east }: YearEnd) =>
  school.must('GET /api/schools/{school}/year-change', { params: { school: east } });
export async function changeYear(end: YearEnd, leavingVolunteers: number) {
  const params = { school: end.east };
  await end.school.must('POST /api/schools/{school}/year-change', { params, body: { year: 2026, leavingVolunteers } });
  await end.world.settle();
  return showYear(end);
}
export async function undoYear(end: YearEnd) {
  const params = { school: end.east };
  await end.school.must('POST /api/schools/{school}/year-change/undo', { params, body: { year: 2026 } });
  await end.world.settle();
  return showYear(end);
}
export async function leaversOf({ school, east }: YearEnd) {
  const items = [];
  let cursor: string | undefined;
  do {
    const page = await school.must('GET /api/schools/{school}/leavers', {
      params: { school: east },
      query: { cursor },
    });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}
/** Each class with its pupils, as lists show them. */
export async function listed({ school, east }: YearEnd) {
  const classes = await classesOf(school, east);
  return Promise.all(
    classes.map(async ({ id, label, volunteers }) => {
      const names = (await pupilsOf(school, id)).map(({ number }) => number);
      return { label, volunteers, names };
    }),
  );
}
export async function pupilNamed({ school, east }: YearEnd, number: string): Promise<string> {
  const { items } = await school.must('GET /api/volunteers', { query: { unit: east, q: number } });
  return items[0]?.id ?? '';
}
