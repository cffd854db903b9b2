/**
 * A volunteer scans the code at the venue, or types its six digits: comes or goes, for oneself and nobody else. The
 * event's id is made on the device, so that a repeat answers with the first time.
 */
import type { attendance } from '../../shared/contracts/attendance.ts';
import type { Parsed } from '../../shared/contracts/route.ts';
import { hourMs } from '../../shared/rules/durations.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { takeTry } from '../platform/identity/limiter.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Target } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { comeWrites, goWrites, whileCovered } from './come-and-go.ts';
import { readShiftAndPart, settingsFor } from './read.ts';
import { showPart } from './show.ts';
import { type Judged, judgeCode, judgeDigits } from './venue-code.ts';

type Route = (typeof attendance)['POST /api/me/attendance'];
type Body = Parsed<Route['body']>;

/** Ten at once, then one every five minutes: nobody comes upon six digits by trying. */
const digitTries = { burst: 10, intervalMs: 300_000 };
const triesAt = (district: string, person: string): Target => ({
  table: 'Activities',
  key: { pk: `T#${district}#V#${person}`, sk: 'TRIES' },
});

export const scanCode: GuardedStory<Route> = {
  async plan({ who, body, now, key }, tools) {
    const { shift: id, phase, at, late } = await judge(tools, who, body, { now, key });
    const { shift, part } = await readShiftAndPart(tools, who.district, id, who.person);
    if (!shift) throw new Problem('not_signed_up');
    const settings = await settingsFor(tools, shift);
    if (late && now - at > settings.offline_scan_hours * hourMs) throw new Problem('code_outdated');
    const noted = { at, means: 'code' as const, by: who.person, late, now };
    const { writes } =
      phase === 'in'
        ? await whileCovered(tools, shift, who.person, {
            settings,
            moved: comeWrites(shift, part, noted, { step: 'scan', settings }),
          })
        : goWrites(shift, part, noted, settings);
    return { result: id, writes };
  },
  async show({ who }, tools, result) {
    const { shift, part } = await readShiftAndPart(tools, who.district, result, who.person);
    if (!shift || !part) throw new Error('An attendance is gone');
    return showPart(part, await settingsFor(tools, shift));
  },
};

async function judge(tools: Tools, who: Who, body: Body, { now, key }: { now: number; key: string }): Promise<Judged> {
  const { district, person } = who;
  if ('digits' in body) {
    const budget = { ...digitTries, now };
    const retryAfter = await takeTry(tools.store, triesAt(district, person), budget, `digits#${person}#${key}`);
    if (retryAfter > 0) throw new Problem('code_tries_paused', { retryAfter });
    return judgeDigits(tools, { district, shift: body.shift, phase: body.phase }, body.digits, now);
  }
  const scannedAt = body.scannedAt === undefined ? undefined : Date.parse(body.scannedAt);
  return judgeCode(tools, { code: body.code, scannedAt }, { district, now });
}
