/** Prices stay within the district's range: a reward costs some service, and none takes years to save for. */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { readSettings } from '../district/index.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';

/** @throws price_out_of_range */
export async function assertPrice(
  tools: Tools,
  district: string,
  price: number,
  now: number,
  { mayBeFree = false }: { readonly mayBeFree?: boolean } = {},
): Promise<void> {
  const settings = await readSettings(tools, district, shanghaiDay(now));
  const { reward_price_points_max: max } = settings;
  const min = mayBeFree ? 0 : settings.reward_price_points_min;
  if (price < min || price > max)
    throw new Problem('price_out_of_range', { detail: `标价应在 ${min} 到 ${max} 分之间` });
}
