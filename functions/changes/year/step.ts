/**
 * One step of a year change: some dozens of people leave their class with their stage's total sealed, or come back. A
 * step may be killed anywhere, run again or twice at once; each turn names the row's version, so that it counts once.
 */
import type { Stage } from '../../../shared/rules/classes.ts';
import { balanceAt, balanceOf } from '../../ledger/index.ts';
import type { Tools } from '../../platform/tools.ts';
import { type Leaving, leavingWrites, type Moved, returningWrites } from '../../volunteers/index.ts';
import { causeOf, turnWrite, type YearChange, yearChangeAt, yearChangeOf } from './rows.ts';

/** A turn is one transaction: about a second of work on DynamoDB. */
const turnsAtOnce = 10;

interface At {
  readonly district: string;
  readonly school: string;
  readonly year: number;
}

/** @param now the time of the event that asks for the step, epoch milliseconds */
export async function stepYearChange(tools: Tools, { district, school, year }: At, now: number): Promise<void> {
  let isAnyDone = false;
  for (let turn = 0; turn < turnsAtOnce; turn++) {
    const [row] = await tools.store.get([yearChangeAt(district, school, year)]);
    const change = yearChangeOf(row);
    if (!change || (change.state !== 'running' && change.state !== 'undoing')) return;
    isAnyDone = (await takeTurn(tools, change, now)) || isAnyDone;
  }
  if (!isAnyDone) throw new Error('A year change lost every race');
}

async function takeTurn(tools: Tools, change: YearChange, now: number): Promise<boolean> {
  const { state, classes, finished, left } = change;
  const isLeaving = state === 'running';
  const operation = `year#${tools.newId(now)}`;
  const className = classes[finished];
  if (className === undefined) {
    const end = turnWrite(change, isLeaving ? { state: 'done' } : { state: 'undone', left: 0 });
    return (await tools.store.transact(operation, [end])).done;
  }
  const { people, writes } = await (isLeaving ? leave : comeBack)(tools, change, className);
  const set =
    people.length === 0
      ? { finished: finished + 1 }
      : { left: isLeaving ? left + people.length : left - people.length };
  return (await tools.store.transact(operation, [turnWrite(change, set), ...writes])).done;
}

function leave(tools: Tools, change: YearChange, className: string): Promise<Moved> {
  const { district, at } = change;
  return leavingWrites(tools, district, className, leavingFor(tools, district, className, at, causeOf(change)));
}

function comeBack(tools: Tools, change: YearChange, className: string): Promise<Moved> {
  const cause = causeOf(change);
  return returningWrites(tools, change.district, className, ({ leftBy }) => leftBy === cause);
}

/** What is sealed is what the wallet holds of the class's stage. */
export function leavingFor(tools: Tools, district: string, className: string, at: number, by: string): Leaving {
  const stage = className.split('-')[1] as Stage;
  return {
    at,
    by,
    async minutesOf(volunteers) {
      const rows = await tools.store.get(volunteers.map((volunteer) => balanceAt(district, volunteer)));
      return rows.map((row) => balanceOf(row).minutesByStage[stage] ?? 0);
    },
  };
}
