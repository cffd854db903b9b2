/**
 * Out of the district: the pupil leaves the old school like whoever leaves, records, points and sign-in staying there,
 * and is registered anew in the new district, once, with what was served as a record of the old one. No
 * wallet moves, so that the books of both districts stay what they were.
 */
import type { UnitTree } from '../../../shared/rules/units.ts';
import { readBalance } from '../../ledger/index.ts';
import { derivedId } from '../../platform/derived-id.ts';
import type { Write } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { broughtStars } from '../../rewards/index.ts';
import { leaveTeamsWrites } from '../../teams/index.ts';
import { arrivingWrites, leavingWrites, readPeople, stageOf } from '../../volunteers/index.ts';
import type { Move } from './rows.ts';

/** @returns undefined when the pupil is not where the move was proposed, or has come to the new district before */
export async function movingOutWrites(
  tools: Tools,
  units: UnitTree,
  move: Move,
  now: number,
): Promise<Write[] | undefined> {
  const { district, volunteer, from, fromName = '', to: school, toDistrict = '', accepted, proposedAt } = move;
  if (!accepted) return undefined;
  const [[person], { minutes, minutesByStage }] = await Promise.all([
    readPeople(tools, district, [volunteer]),
    readBalance(tools, district, volunteer),
  ]);
  if (!person?.active || person.school !== from) return undefined;
  const id = derivedId(proposedAt, volunteer, toDistrict);
  const stars = await broughtStars(tools, { district, volunteer }, { district: toDistrict, volunteer: id });
  const { class: className, number } = accepted;
  const brought = { from: fromName, at: now, minutes, minutesByStage, stars: stars.held };
  const arriving = await arrivingWrites(
    tools,
    { district, volunteer },
    { district: toDistrict, id, school, class: className, number, brought },
  );
  const minutesOf = async () => [minutesByStage[stageOf(person)] ?? 0];
  const end = { at: now, by: `MOVE#${toDistrict}`, minutesOf };
  const { writes: leaving } = await leavingWrites(tools, district, person.class, end, new Set([volunteer]));
  if (!arriving || leaving.length === 0) return undefined;
  const teams = await leaveTeamsWrites(tools, district, { volunteer, school, units });
  return [...leaving, ...arriving, ...stars.writes, ...teams];
}
