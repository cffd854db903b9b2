/**
 * A leader saves a week of a recurring duty: each half day with people in it becomes a shift with its records. Their
 * ids follow from the client's key, so a sheet that was cut off goes on where it stopped and makes nothing twice; each
 * cell answers for itself.
 */
import type { Answer, Parsed } from '../../shared/contracts/route.ts';
import type { weekSheets } from '../../shared/contracts/week-sheets.ts';
import { type ProblemCode, problems } from '../../shared/problems.ts';
import { addDays } from '../../shared/rules/calendar.ts';
import type { Ask } from '../platform/ask.ts';
import { derivedId } from '../platform/derived-id.ts';
import { asProblem } from '../platform/http/problem-answer.ts';
import type { Tools } from '../platform/tools.ts';
import { planShift, type Recorder, recorderOf } from './plan-shift.ts';
import { readRecorded } from './record-shift.ts';

type Route = (typeof weekSheets)['POST /api/week-sheets'];
type Body = Parsed<Route['body']>;
type Asked = Body['cells'][number];
type Cell = Answer<Route>['cells'][number];
type Result = Omit<Cell, 'weekday' | 'half'>;

const attemptsMax = 12;

export async function saveWeekSheet({ who, body, key, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const recorder = await recorderOf(tools, who, now);
  const cells: Cell[] = [];
  // One after the other: what is entered late is weighed against what the team's month holds already.
  for (const cell of body.cells) {
    const { weekday, half } = cell;
    cells.push({ weekday, half, ...(await saveCell(tools, recorder, key, body, cell)) });
  }
  return { cells };
}

async function saveCell(tools: Tools, by: Recorder, key: string, body: Body, cell: Asked): Promise<Result> {
  const { times, week, cells: _, ...words } = body;
  const span = times[cell.half];
  if (!span) throw new Error('A half day without time came through the contract');
  const day = addDays(week, cell.weekday - 1);
  const at = (clock: string) => Date.parse(`${day}T${clock}:00+08:00`);
  const said = { ...words, from: at(span.from), to: at(span.to) };
  const shift = derivedId(said.from, by.who.account, key, day, cell.half);
  const participants = [...new Set(cell.volunteers)].map((volunteer) => ({ volunteer }));
  try {
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      const known = await readRecorded(tools, by.who.district, shift, participants);
      if (known) return { outcome: 'done', shift, recorded: known.records, leftOut: known.leftOut };
      const { records, leftOut, writes } = await planShift(tools, by, shift, said, participants);
      if (records === 0) return { ...refused('nobody_admissible'), leftOut };
      const outcome = await tools.store.transact(`week#${shift}#${attempt}`, writes);
      if (outcome.done) return { outcome: 'done', shift, recorded: records, leftOut };
    }
    return refused('busy');
  } catch (error) {
    const { code } = asProblem(error);
    if (code === 'fault') throw error;
    return refused(code);
  }
}

const refused = (code: ProblemCode): Result => ({
  outcome: code,
  title: problems[code].title,
  recorded: 0,
  leftOut: [],
});
