/**
 * Two registrations of one person: the one that ends points to the one that goes on, and leaves every list of the
 * present. Nothing is deleted, so that it can be taken back.
 */
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type Leaving, leavingWrites, returningWrites } from './leaving.ts';
import { type Volunteer, volunteerAt, volunteerOf } from './rows.ts';

interface Pair {
  readonly kept: string;
  readonly merged: string;
  /** What makes them one: named when it is taken back. */
  readonly cause: string;
}

/** @returns undefined when one of the two is not as it was seen */
export async function mergingWrites(
  tools: Tools,
  district: string,
  { kept: keptId, merged: mergedId, cause }: Pair,
  at: number,
): Promise<Write[] | undefined> {
  const [kept, merged] = await readBoth(tools, district, [keptId, mergedId]);
  if (kept?.status !== 'active' || !merged || merged.status === 'merged') return undefined;
  const ending =
    merged.status === 'active' ? await leave(tools, district, merged, { into: keptId, by: cause, at }) : [];
  const state = { status: 'merged', mergedInto: keptId } as const;
  return [
    versionWrite(district, kept, { mergedFrom: [...(kept.mergedFrom ?? []), mergedId] }),
    ...(ending.length > 0 ? ending : [versionWrite(district, merged, state)]),
  ];
}

const leave = async (
  tools: Tools,
  district: string,
  { id, class: className }: Volunteer,
  end: Omit<Leaving, 'minutesOf'>,
) => (await leavingWrites(tools, district, className, { ...end, minutesOf: async () => [] }, new Set([id]))).writes;

/** @returns undefined when the two are not one by this cause any more */
export async function separatingWrites(
  tools: Tools,
  district: string,
  { kept: keptId, merged: mergedId, cause }: Pair,
): Promise<Write[] | undefined> {
  const [kept, merged] = await readBoth(tools, district, [keptId, mergedId]);
  if (kept?.status !== 'active' || merged?.mergedInto !== keptId) return undefined;
  const isBack = ({ id }: Volunteer) => id === mergedId;
  const coming = (await returningWrites(tools, district, merged.class, isBack, 'merged')).writes;
  const status = merged.leftAt === undefined ? 'active' : 'left';
  return [
    versionWrite(district, kept, { mergedFrom: (kept.mergedFrom ?? []).filter((id) => id !== mergedId) }),
    ...(merged.leftBy === cause ? coming : [versionWrite(district, merged, { status }, ['mergedInto'])]),
  ];
}

async function readBoth({ store, vault }: Tools, district: string, ids: readonly string[]) {
  const items = await store.get(ids.map((id) => volunteerAt(district, id)));
  return ids.map((id, at) => volunteerOf(district, vault, id, items[at]));
}

type Changed = Readonly<Record<string, string | readonly string[]>>;
const versionWrite = (
  district: string,
  { id, ver }: Volunteer,
  set: Changed,
  remove: readonly string[] = [],
): Write => ({
  ...volunteerAt(district, id),
  update: { set: { ...set, ver: ver + 1 }, remove },
  when: [['ver', '=', ver]],
  or: 'lost_race',
});
