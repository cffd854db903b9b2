/** My stars: the school stage's by the minutes of that stage, the national one by those of a whole life. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { starsOf } from '../../shared/rules/stars.ts';
import { readSettings } from '../district/index.ts';
import { readBalance } from '../ledger/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { Tools } from '../platform/tools.ts';
import { readPeople, stageOf } from '../volunteers/index.ts';

type Route = (typeof rewards)['GET /api/me/stars'];

export async function showMyStars({ who, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const on = shanghaiDay(now);
  const [{ minutes, minutesByStage }, [person], settings] = await Promise.all([
    readBalance(tools, who.district, who.person),
    readPeople(tools, who.district, [who.person]),
    readSettings(tools, who.district, on),
  ]);
  const stars = starsOf(person && stageOf(person), { life: minutes, byStage: minutesByStage }, settings);
  return { items: stars.map(({ scheme, progress }) => ({ scheme, ...progress })), on };
}
