/** Chapter two: service from the leader's list to final hours, points and stars. */
import { everyPage } from '../local/client.ts';
import { expect, pupilAgain, type Stage, type Step, settled } from './stage.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** A service of the whole class. */
export const shiftBody = (notes: Stage['notes'], { from, hours }: { from: number; hours: number }) => ({
  name: '上学路口文明引导',
  place: '梅湾路口',
  content: '引导同学走斑马线',
  category: 'order' as const,
  risk: '站在人行道内，由交警陪同',
  contact: '值班老师',
  from: new Date(from).toISOString(),
  to: new Date(from + hours * hourMs).toISOString(),
  participants: notes
    .get('volunteers')
    .split(' ')
    .map((volunteer) => ({ volunteer })),
});

async function recordShifts({ person, notes, now }: Stage): Promise<string> {
  const leader = person('leader');
  const lastSunday = now() - 3 * dayMs;
  const first = await leader.must('POST /api/shifts', {
    body: shiftBody(notes, { from: lastSunday - 8 * hourMs, hours: 4 }),
  });
  const overlapping = await leader.must('POST /api/shifts', {
    body: shiftBody(notes, { from: lastSunday - 5 * hourMs, hours: 2 }),
  });
  notes.set('shift', first.shift.id);
  notes.set('overlapping', overlapping.shift.id);
  expect(first.leftOut.length === 0, 'nobody left out');
  return `${first.shift.name}: ${first.shift.counts.recorded} records`;
}

async function confirm({ person, notes }: Stage): Promise<string> {
  const leader = person('leader');
  const shift = { params: { shift: notes.get('shift') }, body: {} };
  const confirmed = await settled(() => leader.must('POST /api/shifts/{shift}/confirmation', shift));
  expect(
    confirmed.items.every(({ outcome }) => outcome === 'done'),
    `the whole class confirmed, not ${[...new Set(confirmed.items.map(({ outcome }) => outcome))]}`,
  );
  const second = await leader.must('POST /api/shifts/{shift}/confirmation', {
    params: { shift: notes.get('overlapping') },
    body: {},
  });
  expect(
    second.items.every(({ outcome }) => outcome === 'time_overlap'),
    'an overlap refused for everybody',
  );
  const own = await leader.ask('POST /api/shifts/{shift}/approval', shift);
  expect(own.status === 403, 'a leader not to approve');
  return `${confirmed.items.length} done; the overlapping shift: ${second.items[0]?.title}`;
}

async function approve({ person, notes, settle }: Stage): Promise<string> {
  const approver = person('approver');
  await settle();
  const unit = notes.get('梅湾中学');
  const queue = await approver.must('GET /api/approvals', { query: { unit } });
  expect(
    queue.items.some(({ id }) => id === notes.get('shift')),
    'the shift in the approval queue',
  );
  const asked = { params: { shift: notes.get('shift') }, body: {} };
  const { items } = await settled(() => approver.must('POST /api/shifts/{shift}/approval', asked));
  expect(
    items.every(({ outcome }) => outcome === 'done'),
    `the whole class approved, not ${[...new Set(items.map(({ outcome }) => outcome))]}`,
  );
  const shown = await approver.must('GET /api/shifts/{shift}', { params: { shift: notes.get('shift') } });
  const [record] = shown.records;
  notes.set('dueAt', record?.dueAt ?? '');
  return `${items.length} done; ${record?.minutes} minutes, ${record?.points} points each, final at ${record?.dueAt}`;
}

async function publicity({ person, settle }: Stage): Promise<string> {
  await settle();
  const list = await person('anyone').must('GET /api/publicity/{school}', { params: { school: '110004' } });
  const [shift] = list.items;
  expect(shift?.people.every(({ name }) => name.includes('*')) === true, 'every name masked');
  const classes = shift?.classes.map((row) => `${row.class} ${row.people}人`).join(' ');
  return `${shift?.people
    .map(({ name }) => name)
    .slice(0, 3)
    .join('、')} …; under 14: ${classes}`;
}

async function finality(stage: Stage): Promise<string> {
  const { person, notes, moveTo, settle } = stage;
  const waiting = await person('pupil').must('GET /api/me/balance', {});
  expect(waiting.points === 0, 'nothing before finality');
  await moveTo(Date.parse(notes.get('dueAt')) + 60_000);
  await settle();
  const pupil = await pupilAgain(stage);
  const balance = await pupil.must('GET /api/me/balance', {});
  expect(balance.points === 40 && balance.minutes === 240, 'forty points for four hours');
  await moveTo(Date.parse(notes.get('dueAt')) + 120_000);
  const again = await pupil.must('GET /api/me/balance', {});
  expect(again.entries === 1, 'finality exactly once');
  return `${balance.points} points (until ${balance.expiring[0]?.on}), ${balance.minutes} minutes`;
}

async function statement({ person }: Stage): Promise<string> {
  const entries = await everyPage((cursor) =>
    person('pupil').must('GET /api/me/entries', { query: { cursor, limit: 1 } }),
  );
  const stars = await person('pupil').must('GET /api/me/stars', {});
  const shown = stars.items.map(
    ({ scheme, level, missingMinutes }) => `${scheme} ${level}★, ${missingMinutes} minutes to go`,
  );
  return `${entries.length} entry of ${entries[0]?.points} points; ${shown.join('; ')}`;
}

export const serviceChapter: readonly Step[] = [
  ['The leader records a shift of the class', recordShifts],
  ['The leader confirms; an overlap is refused', confirm],
  ['Another person approves', approve],
  ['The public list', publicity],
  ['Publicity ends: final, exactly once', finality],
  ['Statement and stars', statement],
];
