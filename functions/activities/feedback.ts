/**
 * Residents say how a service was: by a signed link at the place, with a score and chosen words, no text, no account
 * and no name. A device speaks once for a shift, and all together only so often.
 */
import { type feedback, feedbackTags } from '../../shared/contracts/feedback.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { addDays, shanghaiDay } from '../../shared/rules/calendar.ts';
import { hourMs } from '../../shared/rules/durations.ts';
import type { Ask } from '../platform/ask.ts';
import { takeTry } from '../platform/identity/limiter.ts';
import { Problem } from '../platform/problem.ts';
import type { Target } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { readOwnShift } from './read.ts';
import { type ActivityShift, headAt, shiftOf, shiftPk, version } from './rows.ts';

type Show = (typeof feedback)['GET /api/activity-shifts/{shift}/feedback'];
type Look = (typeof feedback)['GET /api/feedback/{token}'];
type Say = (typeof feedback)['POST /api/feedback/{token}'];

/** The poster comes down a week after the service. */
const linkDays = 7;
/** It goes up shortly before. */
const leadMs = hourMs;
/** Forty at once, then one in two minutes: a street's worth, and no flood. */
const budget = { burst: 40, intervalMs: 120_000 };

const lastDay = ({ to }: ActivityShift) => addDays(shanghaiDay(to), linkDays);
const signed = ({ district, id }: Pick<ActivityShift, 'district' | 'id'>, until: string) =>
  `${district}|${id}|${until}`;
const saidAt = (district: string, shift: string, device: string): Target => ({
  table: 'Activities',
  key: { pk: shiftPk(district, shift), sk: `FB#${device}` },
});
const triesAt = (district: string, shift: string): Target => ({
  table: 'Activities',
  key: { pk: shiftPk(district, shift), sk: 'TRIES' },
});

export async function showFeedback({ who, params }: Ask<Show>, tools: Tools): Promise<Answer<Show>> {
  const shift = await readOwnShift(tools, who, params.shift);
  const until = lastDay(shift);
  const said = await readAll(tools.store, {
    table: 'Activities',
    pk: shiftPk(who.district, shift.id),
    sk: { prefix: 'FB#' },
  });
  const scores = [1, 2, 3, 4, 5].map((score) => said.filter((one) => one.score === score).length);
  const tags = Object.fromEntries(
    feedbackTags.map((tag) => [tag, said.filter((one) => (one.tags as string[]).includes(tag)).length]),
  );
  const signature = tools.vault.sign('feedback', signed(shift, until));
  return { token: `${who.district}.${shift.id}.${until}.${signature}`, until, count: said.length, scores, tags };
}

export async function lookAtFeedback({ params, now }: Ask<Look>, tools: Tools): Promise<Answer<Look>> {
  const { shift, until } = await open(tools, params.token, now);
  return { name: shift.name, place: shift.place, day: shanghaiDay(shift.from), until };
}

export async function sayFeedback({ params, body, now }: Ask<Say>, tools: Tools): Promise<Answer<Say>> {
  const { shift } = await open(tools, params.token, now);
  const { district, id } = shift;
  const target = saidAt(district, id, tools.vault.blindIndex('feedback-device', body.device));
  const [known] = await tools.store.get([target]);
  if (known) return { score: Number(known.score) };
  const retryAfter = await takeTry(tools.store, triesAt(district, id), { ...budget, now }, tools.newId(now));
  if (retryAfter > 0) throw new Problem('feedback_paused', { retryAfter });
  const put = { v: version, score: body.score, tags: [...new Set(body.tags)], at: now };
  await tools.store.transact(`feedback#${target.key.pk}#${target.key.sk}`, [
    { ...target, put, when: [['pk', 'absent']], or: 'lost_race' },
  ]);
  return { score: body.score };
}

/** @throws feedback_link_invalid long before the service, after the link's last day, and for any other text */
async function open(tools: Tools, token: string, now: number) {
  const [district = '', id = '', until = '', signature = ''] = token.split('.');
  const isOurs = tools.vault.verify('feedback', signed({ district, id }, until), signature);
  if (!isOurs || shanghaiDay(now) > until) throw new Problem('feedback_link_invalid');
  const [item] = await tools.store.get([headAt(district, id)]);
  if (!item || now < shiftOf(item).from - leadMs) throw new Problem('feedback_link_invalid');
  return { shift: shiftOf(item), until };
}
