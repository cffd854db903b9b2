/**
 * What an approved correction does: the record counts less, and its points come back from the lot they are in, from the
 * other lots, from redemptions nobody has picked up (the newest first), and for the rest as debt. No goods are demanded
 * back, and nothing is deleted.
 */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { liveLots, sumOf } from '../../shared/rules/lots.ts';
import { rulesAt, settingsOn } from '../district/index.ts';
import { planCorrection, readFinalRecord } from '../hours/index.ts';
import { balanceAt, balanceOf, followWallet, journalWrites, type Movement, post } from '../ledger/index.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { cancelForPoints, starsHeldAt, starWrites } from '../rewards/index.ts';
import type { Effect } from './effect.ts';
import type { Correction } from './rows.ts';

interface Deciding {
  readonly who: Who;
  readonly now: number;
}

/** @returns undefined when the account has moved since the record was read: another correction came first */
export async function correct({ who, now }: Deciding, tools: Tools, change: Correction): Promise<Effect | undefined> {
  const { district, shift, volunteer, reason, proposedBy, minutes, id } = change;
  const record = await readFinalRecord(tools, who, shift, volunteer);
  if (record.rev !== change.rev) throw new Problem('change_outdated');
  const { wallet, followed } = await followWallet(tools, district, volunteer);
  const facts = { change: id, reason, proposedBy, by: who.person, now, owner: wallet };
  const planned = await planCorrection(tools, record, minutes, facts);
  const account = { district, wallet, by: who.person, now };
  const taken = await takePoints(tools, account, planned.movement);
  if (!taken) return undefined;
  const { effect, writes, served, rules } = taken;
  const [starsHeld] = await tools.store.get([starsHeldAt(district, wallet)]);
  const late = record.grade === 'D' ? { stage: record.stage, minutes: planned.minutes - record.minutes } : undefined;
  const stars = await starWrites(tools, { starsHeld, rules }, { district, volunteer: wallet, late, ...served, now });
  return { effect, writes: [...followed, ...planned.writes, ...writes, ...stars] };
}

interface Account {
  readonly district: string;
  readonly wallet: string;
  readonly by: string;
  readonly now: number;
}

async function takePoints(tools: Tools, account: Account, movement: Movement) {
  const { district, wallet, by, now } = account;
  const [balanceRow, rules] = await tools.store.get([balanceAt(district, wallet), rulesAt(district)]);
  const before = balanceOf(balanceRow);
  if (before.minutes + (movement.minutes?.count ?? 0) < 0) return undefined;
  const settings = settingsOn(rules, shanghaiDay(now));
  const held = sumOf(liveLots(before.lots, now));
  const missing = Math.max(0, -movement.points - held);
  const cancelled =
    missing > 0 ? await cancelForPoints(tools, { ...account, points: missing, cause: movement.tx }) : nothingCancelled;
  const posting = { district, wallet, by, now, returnedDaysMin: settings.returned_points_days_min };
  const posted = post(before, [...cancelled.movements, movement], posting);
  if (!posted) throw new Error('A correction was refused');
  const effect = {
    points: posted.after.points - held,
    debt: posted.after.debt - before.debt,
    cancelled: cancelled.movements.length,
  };
  const served = { life: posted.after.minutes, byStage: posted.after.minutesByStage };
  return { effect, served, rules, writes: [...journalWrites(posted), ...posted.writes, ...cancelled.writes] };
}

const nothingCancelled: { movements: readonly Movement[]; writes: readonly Write[] } = { movements: [], writes: [] };
