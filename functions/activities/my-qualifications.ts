/** Somebody sees the skills and trainings on file, by the names that activities ask for. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { signUps } from '../../shared/contracts/sign-ups.ts';
import type { Ask } from '../platform/ask.ts';
import { subjectOf } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { qualificationsAt, qualificationsOf } from './part-rows.ts';

type Route = (typeof signUps)['GET /api/me/qualifications'];

export async function showMyQualifications({ who }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const [item] = await tools.store.get([qualificationsAt(who.district, subjectOf(who))]);
  return { items: qualificationsOf(item).sort() };
}
