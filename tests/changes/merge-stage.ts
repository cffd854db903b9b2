/** One pupil who was registered twice: each registration with a card, in the team, with services of its own. */
import type { Store } from '../../functions/platform/store/port.ts';
import { joiningWrite } from '../../functions/teams/rows.ts';
import type { Client } from '../../scripts/local/client.ts';
import { approveAll, confirmAll, hourMs, recordShift } from '../hours/squad.ts';
import { type Pupil, welcome } from '../teams/school.ts';
import { type Affair, eight, openAffair } from './affair.ts';

export interface Twice extends Affair {
  /** The registration that is to end; `pupil` goes on. */
  readonly other: Pupil;
}

export async function openTwice(wrap?: (store: Store) => Store): Promise<Twice> {
  const affair = await openAffair(wrap);
  const { district, team } = affair;
  const other = await welcome(district, district.east);
  await district.world.store.transact(`JOIN#${other.id}`, [
    joiningWrite(district.id, team, other.id, district.world.now),
  ]);
  return { ...affair, other };
}

/** A final service of one of the two, so many hours after eight. */
export async function servedBy(twice: Twice, volunteer: string, minutes: number, hoursLater = 0): Promise<string> {
  const shift = await recordShift(twice, { minutes, from: eight + hoursLater * hourMs }, [volunteer]);
  await confirmAll(twice, shift);
  await approveAll(twice, shift);
  await twice.district.world.settle();
  return shift;
}

const named = ({ pupil, other }: Twice) => ({ kept: pupil.id, merged: other.id });
export const preview = (twice: Twice, client = twice.first) =>
  client.must('GET /api/merges/preview', { query: named(twice) });
export const askMerge = (twice: Twice, client = twice.first) =>
  client.ask('POST /api/merges', { body: { ...named(twice), reason: '同一个人登记了两次' } });
export const propose = (twice: Twice) =>
  twice.first.must('POST /api/merges', { body: { ...named(twice), reason: '同一个人登记了两次' } });
export const decide = (client: Client, change: string) =>
  client.ask('POST /api/changes/{change}/decision', { params: { change }, body: { approved: true } });
export async function mergeNow(twice: Twice) {
  const { id } = await propose(twice);
  const decided = await twice.second.must('POST /api/changes/{change}/decision', {
    params: { change: id },
    body: { approved: true },
  });
  await twice.district.world.settle();
  return decided;
}
export async function separateNow(twice: Twice, change: string) {
  const body = { reason: '原来是两个人' };
  const { id } = await twice.first.must('POST /api/merges/{change}/undo', { params: { change }, body });
  const decided = await twice.second.must('POST /api/changes/{change}/decision', {
    params: { change: id },
    body: { approved: true },
  });
  await twice.district.world.settle();
  return decided;
}
