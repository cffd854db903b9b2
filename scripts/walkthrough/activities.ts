/** An activity from the form to the leader's and the approver's word: published, signed up for, scanned in and out. */
import type { Client } from '../local/client.ts';
import { backAtWork, expect, pupilAgain, type Stage, type Step, settled } from './stage.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const iso = (at: number) => new Date(at).toISOString();
const pupilNote = 'activity start';

/** After days have passed: leader and pupil sign in again. */
async function enter(stage: Stage): Promise<void> {
  await backAtWork(stage, 'leader');
  await pupilAgain(stage);
}

/** An hour by the river for the team. */
export const publishActivity = (leader: Client, start: number) =>
  leader.must('POST /api/activities', {
    body: {
      name: '河岸清洁',
      place: '滨河公园',
      content: '捡拾河岸垃圾',
      category: 'environment',
      risk: '离水边两米以外',
      contact: '值班老师',
      roles: [{ name: '保洁员', places: 40 }],
      conditions: { ageMin: 8 },
      accompanied: false,
      audience: 'team',
      shifts: [{ from: iso(start), to: iso(start + hourMs) }],
    },
  });

async function publish(stage: Stage): Promise<string> {
  const { person, notes, now } = stage;
  await enter(stage);
  const start = now() + 26 * hourMs;
  const { activity, shifts } = await publishActivity(person('leader'), start);
  notes.set('activity shift', shifts[0]?.id ?? '');
  notes.set(pupilNote, String(start));
  return `${activity.name}: ${shifts.length} shift`;
}

async function signUp({ person, notes }: Stage): Promise<string> {
  const params = { shift: notes.get('activity shift') };
  const mine = await person('pupil').must('POST /api/open-shifts/{shift}/sign-up', { params, body: {} });
  expect(mine.state === 'signed', 'the pupil to have a place');
  const volunteers = notes.get('volunteers').split(' ').slice(0, 20);
  const body = { volunteers };
  const { items } = await person('leader').must('POST /api/activity-shifts/{shift}/sign-ups', { params, body });
  expect(
    items.every(({ outcome }) => outcome === 'done'),
    'everybody on the list signed up',
  );
  return `the pupil ${mine.state}, ${items.length} by the list`;
}

async function checkIn(stage: Stage): Promise<string> {
  const { person, notes, moveTo } = stage;
  const params = { shift: notes.get('activity shift') };
  await moveTo(Number(notes.get(pupilNote)) - 5 * minuteMs);
  await enter(stage);
  const [leader, pupil] = [person('leader'), person('pupil')];
  const { items } = await leader.must('GET /api/activity-shifts/{shift}/codes', { params, query: { phase: 'in' } });
  const old = await pupil.ask('POST /api/me/attendance', { body: { code: items[20]?.code ?? '' } });
  expect(!old.ok && old.body.code === 'code_outdated', 'a code of another moment to be refused');
  const mine = await pupil.must('POST /api/me/attendance', { body: { code: items[0]?.code ?? '' } });
  const volunteers = notes.get('volunteers').split(' ').slice(0, 20);
  const body = { what: 'in', means: 'scan', volunteers } as const;
  const said = await leader.must('POST /api/activity-shifts/{shift}/attendance', {
    params,
    body: { ...body, volunteers: [...volunteers] },
  });
  return `the pupil ${mine.state} by the code, ${said.items.filter(({ state }) => state === 'in').length} there`;
}

async function checkOut(stage: Stage): Promise<string> {
  const { person, notes, moveTo } = stage;
  const params = { shift: notes.get('activity shift') };
  await moveTo(Number(notes.get(pupilNote)) + 62 * minuteMs);
  await enter(stage);
  const [leader, pupil] = [person('leader'), person('pupil')];
  const { items } = await leader.must('GET /api/activity-shifts/{shift}/codes', { params, query: { phase: 'out' } });
  const mine = await pupil.must('POST /api/me/attendance', { body: { code: items[0]?.code ?? '' } });
  expect(mine.grade === 'A', 'two scans to be evidence of grade A');
  const volunteers = notes.get('volunteers').split(' ').slice(0, 20);
  await leader.must('POST /api/activity-shifts/{shift}/attendance', {
    params,
    body: { what: 'out', means: 'tick', volunteers },
  });
  const made = await leader.must('POST /api/activity-shifts/{shift}/records', { params, body: {} });
  expect(
    made.items.every(({ outcome }) => outcome === 'done'),
    'everybody who left to have a record',
  );
  return `${made.items.length} records, the pupil's of grade ${mine.grade}`;
}

async function approve(stage: Stage): Promise<string> {
  const { person, notes } = stage;
  const params = { shift: notes.get('activity shift') };
  const confirmed = await settled(() =>
    person('leader').must('POST /api/shifts/{shift}/confirmation', { params, body: {} }),
  );
  await backAtWork(stage, 'approver');
  const approved = await settled(() =>
    person('approver').must('POST /api/shifts/{shift}/approval', { params, body: {} }),
  );
  const done = approved.items.filter(({ outcome }) => outcome === 'done').length;
  expect(done > 0 && done === confirmed.items.filter(({ outcome }) => outcome === 'done').length, 'all approved');
  return `${done} confirmed and approved`;
}

/** The pupil gives to the pool; somebody who had come to what the storm took gets as much from it, and no hours. */
async function goodwill(stage: Stage): Promise<string> {
  const { person, notes, now, moveTo, settle } = stage;
  await enter(stage);
  const start = now() + 26 * hourMs;
  await person('pupil').must('POST /api/donations', { body: { points: 5 } });
  const { shifts } = await publishActivity(person('leader'), start);
  const params = { shift: shifts[0]?.id ?? '' };
  const volunteers = notes.get('volunteers').split(' ').slice(0, 1);
  await person('leader').must('POST /api/activity-shifts/{shift}/sign-ups', { params, body: { volunteers } });
  await moveTo(start - 10 * minuteMs);
  await enter(stage);
  const body = { what: 'in', means: 'tick', volunteers } as const;
  await person('leader').must('POST /api/activity-shifts/{shift}/attendance', { params, body });
  await settle();
  const { cancelled } = await person('leader').must('POST /api/activity-shifts/{shift}/cancellation', {
    params,
    body: { reason: 'weather' },
  });
  await settle();
  const { points, people, given } = cancelled?.goodwill ?? {};
  expect(given === true && points === 5 && people === 1, 'five points from the pool for the one who had come');
  const district = await backAtWork(stage, 'district');
  const { items } = await district.must('GET /api/units', {});
  const unit = items.find(({ parent }) => parent === undefined)?.id ?? '';
  const pool = await district.must('GET /api/pool', { query: { unit } });
  expect(pool.granted === 5, 'the pool to have given five points');
  return `${people} got ${points} points; ${pool.points} left in the pool`;
}

export const activitiesChapter: readonly Step[] = [
  ['An activity is published', publish],
  ['A pupil signs up, and the leader signs up the class', signUp],
  ['The code of this moment checks in, another one does not', checkIn],
  ['Everybody checks out, and the attendance becomes records', checkOut],
  ['The records are confirmed and approved', approve],
  ['A shift is called off when somebody has come', goodwill],
];
