/** How well a service was done in the eyes of the person served: it goes before what the leader saw. */
import type { Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { recordAt, recordOf, recordsOf, type ServiceRecord } from './rows.ts';

const closed: readonly ServiceRecord['state'][] = ['final', 'corrected', 'rejected'];

/** One to five stars for everybody recorded in a shift; a record that is final already keeps what it counted. */
export async function residentRatingWrites(
  tools: Tools,
  district: string,
  shift: string,
  stars: number,
): Promise<Write[]> {
  const records = (await readAll(tools.store, recordsOf(district, shift))).map(recordOf);
  return records
    .filter(({ state }) => !closed.includes(state))
    .map(({ volunteer, state }) => ({
      ...recordAt(district, shift, volunteer),
      update: { set: { residentStars: stars }, add: { ratedTimes: 1 } },
      when: [['state', '=', state]],
      or: 'lost_race',
    }));
}

/** What counts for the stars' condition of quality. */
export const qualityOf = ({ residentStars, rating }: ServiceRecord): number | undefined =>
  residentStars ?? rating?.quality;
