/** The units on my line: mine, those above it and those below it. */
import type { district } from '../../shared/contracts/district.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import type { Who } from '../platform/identity/who.ts';

type Route = (typeof district)['GET /api/units'];

export async function listUnits({ who }: Ask<Route>): Promise<Answer<Route>> {
  return { items: who.units.below(who.units.root.id).filter(({ id }) => isOnLine(who, id)) };
}

/** Whether a unit covers the asker's or lies below it. */
export const isOnLine = ({ units, post }: Who, unit: string) =>
  units.covers(unit, post.unit) || units.covers(post.unit, unit);
