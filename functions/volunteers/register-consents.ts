/**
 * Registers guardians' paper consents of a class, a result for each pupil. A consent that is already on file with the
 * same text and date is left as it is, so that the call may be repeated; an earlier one stays in the history.
 */
import type { Answer } from '../../shared/contracts/route.ts';
import type { volunteers } from '../../shared/contracts/volunteers.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { ownClass } from './own-class.ts';
import { type Consent, consentWrites, volunteerAt, volunteerOf } from './rows.ts';

type Route = (typeof volunteers)['POST /api/classes/{class}/consents'];

/** A pupil's item changes seldom: more lost races than this are overload, not chance. */
const attemptsMax = 5;

export async function registerConsents(ask: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { who, params, body, now } = ask;
  if (body.signedOn > shanghaiDay(now)) {
    throw new Problem('shape_invalid', { errors: [{ pointer: '/body/signedOn', message: '签署日期不能晚于今天' }] });
  }
  const { directory } = await ownClass(who, tools, params.class);
  const { textVersion, signedOn } = body;
  const consent: Consent = { method: 'paper', textVersion, signedOn, at: now, by: who.person };
  const inClass = new Set(directory.lines.map(({ vid }) => vid));
  const register = async (id: string) => ({
    id,
    outcome: inClass.has(id) ? await registerConsent(tools, who.district, id, consent) : 'not_found',
  });
  return { items: await Promise.all([...new Set(body.volunteers)].map(register)) };
}

async function registerConsent(tools: Tools, district: string, vid: string, consent: Consent): Promise<string> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const [item] = await tools.store.get([volunteerAt(district, vid)]);
    const before = volunteerOf(district, tools.vault, vid, item);
    if (!before) return 'not_found';
    const { textVersion, signedOn } = before.consent ?? {};
    if (textVersion === consent.textVersion && signedOn === consent.signedOn) return 'done';
    const writes = consentWrites(district, before, consent);
    if ((await tools.store.transact(`${vid}#consent#${consent.at}#${attempt}`, writes)).done) return 'done';
  }
  throw new Problem('busy', { retryAfter: 1 });
}
