/** A record in public that its pupil objects to, and the school that decides. */
import type { ObjectionDecision } from '../../shared/rules/objections.ts';
import { type Pupil, welcome } from '../teams/school.ts';
import { approveAll, confirmAll, openSquad, recordShift, type Squad } from './squad.ts';

export const own = 'POST /api/me/records/{shift}/objection';
export const inPublic = 'POST /api/publicity/{school}/objections';
const decide = 'POST /api/shifts/{shift}/objections/{volunteer}';

export async function openPublished(): Promise<{ squad: Squad; pupil: Pupil; shift: string }> {
  const squad = await openSquad({ members: 1 });
  const pupil = await welcome(squad.district, squad.district.east);
  const body = { volunteers: [pupil.id] };
  await squad.leader.must('POST /api/teams/{team}/members', { params: { team: squad.team }, body });
  squad.members.push(pupil.id);
  const shift = await recordShift(squad);
  await confirmAll(squad, shift);
  await approveAll(squad, shift);
  await squad.district.world.settle();
  return { squad, pupil, shift };
}
export const follow = ({ client }: Pupil, shift: string) =>
  client.must('GET /api/me/records/{shift}', { params: { shift } });
export const objectsTo = ({ client }: Pupil, shift: string) =>
  client.ask(own, { params: { shift }, body: { reason: 'wrong_time', text: '我五点就走了' } });
export const listOf = ({ approver, district }: Squad) =>
  approver.must('GET /api/objections', { query: { unit: district.east.unit } });
export const decideAs = (client: Squad['approver'], shift: string, volunteer: string, decision: ObjectionDecision) =>
  client.ask(decide, { params: { shift, volunteer }, body: { decision, answer: '查过签到表' } });
export const linkOf = ({ approver, district }: Squad) =>
  approver.must('GET /api/publicity-link', { query: { unit: district.east.unit } });
