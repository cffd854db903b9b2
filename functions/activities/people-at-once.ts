/** Bulk work person by person: each is a transaction of its own, so that one who is refused fails alone. */
import { type ProblemCode, problems } from '../../shared/problems.ts';
import type { ParticipationState } from '../../shared/rules/participation.ts';
import { asProblem } from '../platform/http/problem-answer.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import type { Participation } from './part-rows.ts';
import { readShiftAndPart } from './read.ts';
import type { ActivityShift } from './rows.ts';

const peopleAtOnce = 8;
const attemptsMax = 12;

export interface Row {
  readonly id: string;
  readonly outcome: string;
  readonly title?: string;
  readonly state?: ParticipationState;
}
/** What is to be written for one person, or that it is as asked already. Throws a Problem to refuse the row. */
export type Decide = (
  shift: ActivityShift,
  part: Participation | undefined,
  volunteer: string,
) => Promise<{ readonly state: ParticipationState; readonly writes: readonly Write[] }>;

export function forEachPerson(
  tools: Tools,
  { district, id }: ActivityShift,
  volunteers: readonly string[],
  operation: string,
  decide: Decide,
): Promise<Row[]> {
  return sideBySide(peopleAtOnce, [...new Set(volunteers)], (volunteer) =>
    forOne(tools, { district, shift: id, volunteer, operation }, decide),
  );
}

interface One {
  readonly district: string;
  readonly shift: string;
  readonly volunteer: string;
  readonly operation: string;
}
async function forOne(tools: Tools, { district, shift, volunteer, operation }: One, decide: Decide): Promise<Row> {
  try {
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      const read = await readShiftAndPart(tools, district, shift, volunteer);
      if (!read.shift) throw new Error('A shift is gone');
      const { state, writes } = await decide(read.shift, read.part, volunteer);
      const done = { id: volunteer, outcome: 'done', state };
      if (writes.length === 0) return done;
      const name = `${operation}#${shift}#${volunteer}#${read.part?.rev ?? 0}#${attempt}`;
      if ((await tools.store.transact(name, writes)).done) return done;
    }
    return refused(volunteer, 'busy');
  } catch (error) {
    const { code } = asProblem(error);
    if (code === 'fault') throw error;
    return refused(volunteer, code);
  }
}

const refused = (id: string, code: ProblemCode): Row => ({ id, outcome: code, title: problems[code].title });
