/** Somebody sees the skills and trainings on file, by the names that activities ask for. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { signUps } from '../../shared/contracts/sign-ups.ts';
import type { Ask } from '../platform/ask.ts';
import { subjectOf } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { qualificationsOfPerson } from './qualifications.ts';

type Route = (typeof signUps)['GET /api/me/qualifications'];

export async function showMyQualifications({ who }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  return { items: await qualificationsOfPerson(tools, who.district, subjectOf(who)) };
}
