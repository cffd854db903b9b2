/**
 * A leader records a shift of the team and who took part. Those who may not be recorded are left out and named with the
 * reason; the others' records and the shift come into being together.
 */
import type { hours } from '../../shared/contracts/hours.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { type Participant, type Refusal, refuse } from './admit.ts';
import { planShift, recorderOf } from './plan-shift.ts';
import { headAt, recordOf, recordsOf, shiftOf } from './rows.ts';
import { showShift } from './show.ts';

type Route = (typeof hours)['POST /api/shifts'];

export const recordShift: GuardedStory<Route> = {
  async plan({ who, body, now }, tools) {
    const { participants, from, to, ...words } = body;
    const said = { ...words, from: Date.parse(from), to: Date.parse(to) };
    const id = tools.newId(now);
    const recorder = await recorderOf(tools, who, now);
    const { head, records, leftOut, writes } = await planShift(tools, recorder, id, said, participants);
    if (records === 0) throw new Problem('nobody_admissible', { detail: reasons(leftOut) });
    return { result: id, writes, answer: { shift: showShift(head), leftOut } };
  },
  async show({ who, body }, tools, result) {
    const known = await readRecorded(tools, who.district, result, body.participants);
    if (!known) throw new Error('A recorded shift is gone');
    return { shift: showShift(known.shift), leftOut: known.leftOut };
  },
};

/** A shift recorded before, and who of those named is not in it. */
export async function readRecorded(tools: Tools, district: string, id: string, named: readonly Participant[]) {
  const [head] = await tools.store.get([headAt(district, id)]);
  if (!head) return undefined;
  const records = (await readAll(tools.store, recordsOf(district, id))).map(recordOf);
  const recorded = new Set(records.map(({ volunteer }) => volunteer));
  const missing = named.filter(({ volunteer }) => !recorded.has(volunteer));
  const leftOut = missing.map(({ volunteer }) => refuse(volunteer, 'person_not_eligible'));
  return { shift: shiftOf(head), records: records.length, leftOut };
}

const reasons = (leftOut: readonly Refusal[]) => [...new Set(leftOut.map(({ title }) => title))].join('；');
