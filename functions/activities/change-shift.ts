/**
 * A leader changes one shift, or calls it off; the others of the series stay as they are. Those who take part follow
 * by the stream: a new time is taken for each, or, where it does not fit or the shift is off, the place is freed. A
 * shift that is called off after its beginning ends at that moment, and those who came have been there until then.
 */
import type { activities } from '../../shared/contracts/activities.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { readSettings } from '../district/index.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import type { Attributes, Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { promiseGoodwill } from './goodwill.ts';
import { lookAfter } from './publish.ts';
import { readOwnShift, settingsFor } from './read.ts';
import {
  type ActivityShift,
  type Cancelled,
  freeName,
  headAt,
  isBrokenOff,
  shiftDue,
  shiftKeys,
  shiftOf,
} from './rows.ts';
import { showShift } from './show.ts';

type Change = (typeof activities)['PUT /api/activity-shifts/{shift}'];
type Cancel = (typeof activities)['POST /api/activity-shifts/{shift}/cancellation'];

export const changeShift: GuardedStory<Change> = {
  async plan({ who, params, body, now }, tools) {
    const shift = await readOwnShift(tools, who, params.shift);
    mustBeAhead(shift, now);
    const time = body.time && { from: Date.parse(body.time.from), to: Date.parse(body.time.to) };
    if (time && time.from <= now) throw new Problem('shift_started');
    const { place, content, contact } = body;
    const words = Object.fromEntries(Object.entries({ place, content, contact }).filter(([, said]) => said));
    const settings = await readSettings(tools, who.district, shanghaiDay(time?.from ?? shift.from), shift.unit);
    const moved = time && {
      ...time,
      ...shiftKeys({ ...shift, ...time }),
      ...shiftDue(shift.district, shift.id, lookAfter(time, settings)),
    };
    const { set, add, when } = newPlaces(shift, body.places);
    const write: Write = {
      ...headAt(who.district, shift.id),
      update: { set: { ...words, ...moved, ...set, ver: shift.ver + 1 }, add },
      when: [['ver', '=', shift.ver], ['state', '=', 'open'], ...when],
      or: 'lost_race',
    };
    return { result: shift.id, writes: [write] };
  },
  show: ({ who }, tools, result) => showOne(tools, who.district, result),
};

export const cancelShift: GuardedStory<Cancel> = {
  async plan({ who, params, body, now }, tools) {
    const shift = await readOwnShift(tools, who, params.shift);
    if (shift.state === 'cancelled') return { result: shift.id, writes: [] };
    if (shift.to <= now) throw new Problem('shift_started');
    const settings = await settingsFor(tools, shift);
    const { goodwill, writes } = await promiseGoodwill(tools, who, shift, { settings, now });
    const { reason, note } = body;
    const cancelled = { reason, ...(note && { note }), at: now, ...(goodwill && { goodwill }) };
    const ended = isBrokenOff({ ...shift, cancelled }) ? endAt(shift, now, settings) : {};
    const write: Write = {
      ...headAt(who.district, shift.id),
      update: { set: { state: 'cancelled', cancelled: plain(cancelled), ...ended, ver: shift.ver + 1 } },
      when: [['ver', '=', shift.ver]],
      or: 'lost_race',
    };
    return { result: shift.id, writes: [write, ...writes] };
  },
  show: ({ who }, tools, result) => showOne(tools, who.district, result),
};

const plain = ({ goodwill, ...said }: Cancelled): Attributes => ({
  ...said,
  ...(goodwill && { goodwill: { ...goodwill, to: [...goodwill.to] } }),
});

const endAt = ({ district, id, from }: ActivityShift, to: number, settings: Settings): Attributes => ({
  to,
  ...shiftDue(district, id, lookAfter({ from, to }, settings)),
});

function mustBeAhead({ state, from }: ActivityShift, now: number): void {
  if (state === 'cancelled') throw new Problem('shift_cancelled');
  if (from <= now) throw new Problem('shift_started');
}

/** Places are counted by those still free, so that nobody who has one loses it. @throws places_taken */
function newPlaces(shift: ActivityShift, places: readonly number[] | undefined) {
  if (!places) return { set: {}, add: {}, when: [] };
  const roles = shift.roles.map(({ name, places: before }, role) => ({ name, places: places[role] ?? before }));
  const more = roles.map((role, at) => role.places - (shift.roles[at]?.places ?? 0));
  if (more.some((count, role) => (shift.free[role] ?? 0) + count < 0)) throw new Problem('places_taken');
  return {
    set: { roles } as Attributes,
    add: Object.fromEntries(more.map((count, role) => [freeName(role), count])),
    when: more.map((count, role) => [freeName(role), '>=', -count] as const),
  };
}

export async function showOne(tools: Tools, district: string, id: string) {
  const [item] = await tools.store.get([headAt(district, id)]);
  if (!item) throw new Error('A shift is gone');
  return showShift(shiftOf(item));
}
