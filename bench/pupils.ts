/**
 * What a page of the pupils' table costs the server in a district of 39,000: the application in this process on the
 * embedded store's file, from the request to the answer. No network, no streams.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../functions/platform/store/embedded/open-embedded.ts';
import type { Write } from '../functions/platform/store/port.ts';
import type { Tools } from '../functions/platform/tools.ts';
import {
  classId,
  directoryAt,
  directoryRow,
  schoolClassAt,
  volunteerAt,
  volunteerRow,
} from '../functions/volunteers/rows.ts';
import { schoolYear, shanghaiDay } from '../shared/rules/calendar.ts';
import { median } from './compare.ts';
import { openDistrict, toolsOn } from './one-district.ts';
import { atMost, type Finding } from './report.ts';

const schoolsCount = 35;
const classesPerSchool = 26;
const pupilsPerClass = 43;
const goalMs = 300;
const families = [...'王李张刘陈杨黄赵周吴徐孙'];
const given = ['子涵', '雨桐', '思远', '佳怡', '明哲', '可欣', '小雨'];
const spellings = ['zihan', 'yutong', 'siyuan', 'jiayi', 'mingzhe', 'kexin', 'xiaoyu'];

export async function benchPupils({ rounds }: { rounds: number }): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'timebank-pupils-'));
  const store = openEmbedded(folder);
  try {
    const tools = toolsOn(store);
    const { client, district, schools } = await openDistrict(tools, schoolsCount);
    for (const school of schools) {
      for (let number = 1; number <= classesPerSchool; number++) await fillClass(tools, district, school, number);
    }
    const first = await client.must('GET /api/volunteers', { query: { unit: district } });
    const page = (query: { q?: string; cursor?: string }) => () =>
      client.must('GET /api/volunteers', { query: { unit: district, ...query } });
    const turn = await medianMs(rounds, page({ cursor: first.next }));
    const searches = ['明哲', 'zhangxiao', '202017', 'nobody'];
    const found = await Promise.all(searches.map(async (q) => (await page({ q })()).total));
    let slowest = 0;
    for (const q of searches) slowest = Math.max(slowest, await medianMs(rounds, page({ q })));
    const pupils = `${first.total} pupils`;
    return [
      atMost(goalMs, { name: 'a page turned in the pupils’ table', value: turn, unit: 'ms', detail: pupils }),
      atMost(goalMs, {
        name: 'a search in the pupils’ table',
        value: slowest,
        unit: 'ms',
        detail: `${pupils}; the slowest of ${searches.length} searches that find ${found.join(', ')}`,
      }),
    ];
  } finally {
    store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The rows that a roster's import leaves of a class, numbers' claims left out. */
async function fillClass(tools: Tools, district: string, school: string, number: number): Promise<void> {
  const now = Date.now();
  const entryYear = schoolYear(shanghaiDay(now)) - (number % 6);
  const of = { school, stage: 'primary', entryYear, number } as const;
  const id = classId(of);
  const lines = Array.from({ length: pupilsPerClass }, (_, place) =>
    newLine(tools.newId(now), entryYear, number, place),
  );
  const people = lines.map(({ vid, pinyin, initials, ...personal }): Write => {
    const person = { id: vid, ver: 1, school, class: id, personal, status: 'active' } as const;
    return { ...volunteerAt(district, vid), put: volunteerRow(district, tools.vault, person) };
  });
  await tools.store.transact(`CLASS#${id}`, [
    ...people,
    { ...directoryAt(district, id), put: directoryRow(district, tools.vault, { class: id, ver: 1, lines }) },
    { ...schoolClassAt(district, of), put: { v: 1, class: id, size: lines.length } },
  ]);
}

function newLine(vid: string, year: number, of: number, place: number) {
  const at = (of + place) % given.length;
  const number = `${year}${String(of).padStart(2, '0')}${String(place).padStart(2, '0')}`;
  const name = `${families[place % families.length]}${given[at]}`;
  return { vid, name, number, birthDate: `${year - 6}-05-01`, pinyin: `zhang${spellings[at]}`, initials: 'z' };
}

/** One round more than asked is run first and not counted. */
async function medianMs(rounds: number, task: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    await task();
    taken.push(performance.now() - start);
  }
  return Math.round(median(taken.slice(1)));
}
