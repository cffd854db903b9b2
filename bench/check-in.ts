/**
 * One shift with 60 pupils on the embedded store's file: every check-in a request of its own and all at the same
 * moment, then the class confirmed and approved in one go. Without network, without streams; several shifts, the
 * slowest of each counts.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../functions/platform/store/embedded/open-embedded.ts';
import { openClass, type School, signIn } from './approve-class.ts';
import { atMost, type Finding } from './report.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const iso = (at: number) => new Date(at).toISOString();

export async function benchCheckIn({ rounds }: { rounds: number }): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'timebank-bench-'));
  const store = openEmbedded(folder);
  try {
    const school = await openClass(store);
    const slowest: number[] = [];
    const confirmed: number[] = [];
    // One round more than asked is run first and not counted.
    for (let round = 0; round <= rounds; round++) {
      const shift = await openShift(school);
      const comings = await comeAtOnce(school, shift);
      const seconds = await confirmAndApprove(school, shift);
      if (round === 0) continue;
      slowest.push(Math.max(...comings));
      confirmed.push(seconds);
    }
    const [value, seconds] = [Math.max(...slowest), Math.max(...confirmed)];
    const count = school.members.length;
    return [
      atMost(300, {
        name: 'check-in, 60 at the same moment',
        value: Math.round(value),
        unit: 'ms',
        detail: `the slowest of ${count * rounds} requests, ${count} at once`,
      }),
      atMost(3, {
        name: 'a class of 60 confirmed and approved',
        value: Math.round(seconds * 100) / 100,
        unit: 's',
        detail: `the slowest of ${rounds}, final at once`,
      }),
    ];
  } finally {
    store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The next day's shift, for which everybody has signed up and which begins now. */
async function openShift({ clock, leader, approver, members }: School): Promise<string> {
  clock.now += dayMs;
  await signIn(leader, 'leader');
  await signIn(approver, 'approver');
  const from = clock.now + 20 * minuteMs;
  const said = { name: '护学岗', place: '校门口', content: '引导同学过马路', category: 'order' as const };
  const { shifts } = await leader.must('POST /api/activities', {
    body: {
      ...said,
      risk: '站在人行道内',
      contact: '值班老师',
      roles: [{ name: '引导员', places: members.length }],
      conditions: {},
      accompanied: false,
      audience: 'team',
      shifts: [{ from: iso(from), to: iso(from + 60 * minuteMs) }],
    },
  });
  const shift = shifts[0]?.id ?? '';
  const body = { volunteers: [...members] };
  const { items } = await leader.must('POST /api/activity-shifts/{shift}/sign-ups', { params: { shift }, body });
  if (items.some(({ outcome }) => outcome !== 'done')) throw new Error(`Not signed up: ${items[0]?.outcome}`);
  clock.now = from;
  return shift;
}

/** @returns milliseconds from each request to its answer */
async function comeAtOnce({ leader, members }: School, shift: string): Promise<number[]> {
  return Promise.all(
    members.map(async (volunteer) => {
      const started = performance.now();
      const body = { what: 'in' as const, means: 'scan' as const, volunteers: [volunteer] };
      const { items } = await leader.must('POST /api/activity-shifts/{shift}/attendance', { params: { shift }, body });
      if (items[0]?.outcome !== 'done') throw new Error(`Not checked in: ${items[0]?.outcome}`);
      return performance.now() - started;
    }),
  );
}

async function confirmAndApprove({ clock, leader, approver, members }: School, shift: string): Promise<number> {
  const params = { shift };
  clock.now += 61 * minuteMs;
  await signIn(leader, 'leader');
  await signIn(approver, 'approver');
  const body = { what: 'out' as const, means: 'scan' as const, volunteers: [...members] };
  await leader.must('POST /api/activity-shifts/{shift}/attendance', { params, body });
  await leader.must('POST /api/activity-shifts/{shift}/records', { params, body: {} });
  const started = performance.now();
  await leader.must('POST /api/shifts/{shift}/confirmation', { params, body: {} });
  const { items } = await approver.must('POST /api/shifts/{shift}/approval', { params, body: {} });
  if (items.some(({ outcome }) => outcome !== 'done')) throw new Error(`Not approved: ${items[0]?.outcome}`);
  return (performance.now() - started) / 1000;
}
