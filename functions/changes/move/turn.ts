/**
 * One more yes to a move. The one that makes it whole moves the pupil in the same transaction: person, number, class
 * lists, sign-in, posts and teams, with the stage's total sealed.
 */
import { moveAccountWrites } from '../../access/index.ts';
import { readBalance } from '../../ledger/index.ts';
import type { Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import type { Write } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { leaveTeamsWrites } from '../../teams/index.ts';
import { movingWrites, stageOf } from '../../volunteers/index.ts';
import { movingOutWrites } from './out.ts';
import { type Move, moveWrites } from './rows.ts';

const attemptsMax = 12;

/**
 * @param read the move as it is now, or a refusal
 * @param say what is said to it
 * @throws number_taken when the new number is somebody else's by now
 */
export async function takeTurn(
  { who, now }: { readonly who: Who; readonly now: number },
  tools: Tools,
  read: () => Promise<Move>,
  say: (move: Move) => Move,
): Promise<Move> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const before = await read();
    if (before.state !== 'open') throw new Problem('move_closed');
    const said = { ...say(before), at: now };
    const isWhole = said.state === 'open' && said.consent !== undefined && said.accepted !== undefined;
    const after: Move = isWhole ? { ...said, state: 'done', closedBy: who.person, closedAt: now } : said;
    const moving = isWhole ? await movingAll(tools, who, after, now) : [];
    if (!moving) throw new Problem('move_closed');
    const writes = [...moving, ...moveWrites(tools.vault, before, after)];
    const outcome = await tools.store.transact(`move#${before.volunteer}#${tools.newId(now)}`, writes);
    if (outcome.done) return after;
    const isTaken = outcome.failed.some(({ write }) => writes[write]?.or === 'number_taken');
    if (isTaken) throw new Problem('number_taken');
  }
  throw new Problem('busy', { retryAfter: 1 });
}

async function movingAll(tools: Tools, { units }: Who, move: Move, now: number): Promise<Write[] | undefined> {
  const { district, volunteer, from, to: school, toCode: schoolCode, fromClass, accepted } = move;
  if (!accepted) return undefined;
  if (move.toDistrict !== undefined) return movingOutWrites(tools, units, move, now);
  const { minutesByStage } = await readBalance(tools, district, volunteer);
  const minutes = minutesByStage[stageOf({ class: fromClass })] ?? 0;
  const { class: className, number } = accepted;
  const place = { volunteer, from, school, class: className, number, at: now, minutes };
  const people = await movingWrites(tools, district, place);
  if (!people) return undefined;
  return [
    ...people,
    ...(await moveAccountWrites(tools, { district, volunteer, school, schoolCode, number })),
    ...(await leaveTeamsWrites(tools, district, { volunteer, school, units })),
  ];
}
