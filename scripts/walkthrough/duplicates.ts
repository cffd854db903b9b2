/** Somebody registered twice and both take part: what one has promised goes along when the two become one. */
import { addDays, shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import { consentAll } from '../local/actions.ts';
import { publishActivity } from './activities.ts';
import { placeOrder } from './orders.ts';
import { backAtWork, expect, type Stage, type Step } from './stage.ts';

const hourMs = 3_600_000;
const pin = '738205';

async function registersAgain(stage: Stage): Promise<string> {
  const { person, notes } = stage;
  const school = await backAtWork(stage, 'school');
  const kept = await school.must('GET /api/volunteers/{volunteer}', {
    params: { volunteer: notes.get('left the team') },
  });
  const words = { grade: 8, classNumber: 1, birthDate: '2008-01-06', guardian: '监护人', guardianAgrees: true };
  const body = { name: kept.name, number: 'ZX-0002', ...words };
  await person('double').must('POST /api/schools/{code}/registrations', { params: { code: '110004' }, body });
  const { items } = await school.must('GET /api/registrations', { query: { unit: notes.get('梅湾中学') } });
  const { volunteer = '' } = await school.must('POST /api/registrations/{registration}/decision', {
    params: { registration: items[0]?.id ?? '' },
    body: { decision: 'approve' },
  });
  notes.set('double', volunteer);
  await consentAll(school, notes.get('class'), shanghaiDay(stage.now()));
  const cards = await school.must('POST /api/classes/{class}/activation-codes', {
    params: { class: notes.get('class') },
    body: { volunteers: [volunteer] },
  });
  const session = await person('double').must('POST /api/activations', {
    body: { code: cards.items[0]?.code ?? '', pin },
  });
  return `${session.post.role} ${cards.items[0]?.number}, a second time`;
}

async function takesPart(stage: Stage): Promise<string> {
  const { person, notes, now } = stage;
  const volunteers = [notes.get('double')];
  const leader = await backAtWork(stage, 'leader');
  await leader.must('POST /api/teams/{team}/members', { params: { team: notes.get('team') }, body: { volunteers } });
  const { shifts } = await publishActivity(leader, now() + 50 * hourMs);
  const shift = shifts[0]?.id ?? '';
  await person('double').must('POST /api/open-shifts/{shift}/sign-up', { params: { shift }, body: {} });
  const wish = notes.get('wish on the list');
  await person('double').must('POST /api/wishes/{wish}/claim', { params: { wish }, body: {} });
  const { id: order } = await placeOrder(stage, startOfDay(addDays(shanghaiDay(now()), 3)) + 15 * hourMs);
  const params = { order };
  const desk = await backAtWork(stage, 'community');
  await desk.must('POST /api/orders/{order}/triage', { params, body: { decision: 'pass' } });
  await leader.must('POST /api/orders/{order}/acceptance', { params, body: {} });
  await leader.must('PUT /api/orders/{order}/members', { params, body: { volunteers } });
  notes.set('promised', JSON.stringify({ shift, wish, order }));
  return 'in the team, signed up for a shift, on a visit, with a wish to grant';
}

async function becomesOne(stage: Stage): Promise<string> {
  const { notes, settle } = stage;
  await settle();
  const [kept, merged] = [notes.get('left the team'), notes.get('double')];
  const school = await backAtWork(stage, 'school');
  const body = { kept, merged, reason: '同一个人登记了两次' };
  const { id } = await school.must('POST /api/merges', { body });
  const district = await backAtWork(stage, 'district');
  const decision = { params: { change: id }, body: { approved: true } };
  await district.must('POST /api/changes/{change}/decision', decision);
  await settle();
  const { shift, order } = JSON.parse(notes.get('promised')) as { shift: string; order: string };
  const leader = await backAtWork(stage, 'leader');
  const { running } = await leader.must('GET /api/team-orders', {});
  const { people } = await leader.must('GET /api/activity-shifts/{shift}', { params: { shift } });
  const visitors = running.find(({ id: one }) => one === order)?.members ?? [];
  const coming = people.filter(({ state }) => state === 'signed').map(({ volunteer }) => volunteer);
  expect(
    [visitors.join(), coming.join()].every((ids) => ids === kept),
    'visit and shift to be the other one’s now',
  );
  return `${coming.length} place on the shift and ${visitors.length} on the visit, under the number that stays`;
}

export const duplicatesChapter: readonly Step[] = [
  ['Somebody registers again', registersAgain],
  ['and takes part: a team, a shift, a visit, a wish', takesPart],
  ['The two become one, and what was promised goes along', becomesOne],
];
