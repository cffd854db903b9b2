/** What has been served and planned in one place: shifts in different states, an activity, an anomaly. */
import type { Client } from '../../scripts/local/client.ts';
import { activityAsk, iso, minuteMs } from '../activities/stage.ts';
import { schoolMorning } from '../harness.ts';
import { hourMs, shiftAsk } from '../hours/squad.ts';
import { jpeg, picture } from '../pictures.ts';

interface Serving {
  readonly leader: Client;
  readonly approver: Client;
  readonly volunteer: Client;
  readonly pupil: string;
  readonly twin: string;
}

export async function openServices(serving: Serving) {
  const { leader, approver, volunteer, pupil, twin } = serving;
  const record = async (hoursAgo: number, people: string[]) => {
    const from = schoolMorning - hoursAgo * hourMs;
    const { shift } = await leader.must('POST /api/shifts', { body: shiftAsk({ from, minutes: 30 }, people) });
    return shift.id;
  };
  const shift = await record(3, [pupil]);
  await leader.must('PUT /api/shifts/{shift}/photo', { params: { shift }, body: picture('image/jpeg', jpeg()) });
  const published = await record(4, [pupil, twin]);
  const params = { shift: published };
  await leader.must('POST /api/shifts/{shift}/confirmation', { params, body: {} });
  await approver.must('POST /api/shifts/{shift}/approval', { params, body: {} });
  await volunteer.must('POST /api/me/records/{shift}/objection', { params, body: { reason: 'wrong_time' } });
  const award = { kind: 'award' as const, name: '文明少年', organiser: '青荷队', day: '2026-03-01' };
  await leader.must('POST /api/merits', { body: { ...award, volunteers: [pupil] } });
  const merit = (await volunteer.must('GET /api/me/merits', {})).items[0]?.id ?? '';
  return { shift, published, merit, ...(await openActivity(serving)) };
}

/** Near enough that it may be checked in to and spoken of. */
const soon = { from: iso(schoolMorning + 20 * minuteMs), to: iso(schoolMorning + 80 * minuteMs) };

async function openActivity({ leader, volunteer, pupil }: Serving) {
  const { activity, shifts } = await leader.must('POST /api/activities', { body: activityAsk({ shifts: [soon] }) });
  const activityShift = shifts[0]?.id ?? '';
  const params = { shift: activityShift };
  await volunteer.must('POST /api/open-shifts/{shift}/sign-up', { params, body: { role: 0 } });
  await leader.must('PUT /api/activity-shifts/{shift}/helper', { params, body: { volunteer: pupil } });
  const { token } = await leader.must('GET /api/activity-shifts/{shift}/feedback', { params });
  return { activity: activity.id, activityShift, token };
}
