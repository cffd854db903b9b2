/** The school registers that a guardian has taken the consent back, on paper or in person. */
import type { consents } from '../../../shared/contracts/consents.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { readSettings } from '../../district/index.ts';
import type { Ask } from '../../platform/ask.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { consentOf, readPeople } from '../people.ts';
import type { Consent } from '../rows.ts';
import { sayConsent, takenBack } from './say.ts';

type Route = (typeof consents)['POST /api/volunteers/{volunteer}/consent/withdrawal'];

export async function withdrawConsent({ who, params, body, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { district, post, units } = who;
  const { volunteer } = params;
  const today = shanghaiDay(now);
  if (body.on > today) {
    throw new Problem('shape_invalid', { errors: [{ pointer: '/body/on', message: '撤回日期不能晚于今天' }] });
  }
  const [before] = await readPeople(tools, district, [volunteer]);
  if (!before || !units.covers(post.unit, before.school)) throw new Problem('not_found');
  const taken = { withdrawnOn: body.on, withdrawnAt: now, withdrawnBy: who.person, withdrawnByRole: post.role };
  const refusal: Consent = {
    method: 'paper',
    textVersion: '',
    signedOn: body.on,
    at: now,
    by: who.person,
    byRole: post.role,
    ...taken,
  };
  // A no before any yes is kept as well.
  await sayConsent(tools, district, volunteer, ({ consent }) => (consent ? takenBack(consent, taken) : refusal));
  const [person] = await readPeople(tools, district, [volunteer]);
  if (!person) throw new Error('A person has vanished');
  return { volunteer, state: consentOf(person, today, await readSettings(tools, district, today)) };
}
