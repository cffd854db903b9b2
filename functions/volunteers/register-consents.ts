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
import { sayConsent } from './consent/say.ts';
import { ownClass } from './own-class.ts';
import type { Consent } from './rows.ts';

type Route = (typeof volunteers)['POST /api/classes/{class}/consents'];

export async function registerConsents(ask: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { who, params, body, now } = ask;
  if (body.signedOn > shanghaiDay(now)) {
    throw new Problem('shape_invalid', { errors: [{ pointer: '/body/signedOn', message: '签署日期不能晚于今天' }] });
  }
  const { directory } = await ownClass(who, tools, params.class);
  const { textVersion, signedOn, method = 'paper' } = body;
  const consent: Consent = { method, textVersion, signedOn, at: now, by: who.person, byRole: who.post.role };
  const inClass = new Set(directory.lines.map(({ vid }) => vid));
  const register = (id: string) =>
    sayConsent(tools, who.district, id, ({ consent: known }) => (isSame(known, consent) ? undefined : consent));
  const result = async (id: string) => ({
    id,
    outcome: inClass.has(id) && (await register(id)) ? 'done' : 'not_found',
  });
  return { items: await Promise.all([...new Set(body.volunteers)].map(result)) };
}

/** A paper that was taken back counts again when it is registered again. */
const isSame = (known: Consent | undefined, { textVersion, signedOn }: Consent) =>
  known?.withdrawnAt === undefined && known?.textVersion === textVersion && known.signedOn === signedOn;
