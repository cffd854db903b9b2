/**
 * Which teams an order is offered to: those that can do it and have room, the best first, with the reasons. Pure: the
 * same facts give the same order.
 */
import { addDays, shanghaiDay, startOfDay } from './calendar.ts';
import { dayMs, hourMs } from './durations.ts';
import type { Settings } from './settings.ts';
import type { UnitTree } from './units.ts';

export const dayParts = ['morning', 'afternoon', 'evening'] as const;
type DayPart = (typeof dayParts)[number];
/** `1-morning` is Monday's; 7 is Sunday. */
export type Slot = `${1 | 2 | 3 | 4 | 5 | 6 | 7}-${DayPart}`;
const hoursOfPart: Readonly<Record<DayPart, readonly [number, number]>> = {
  morning: [7, 12],
  afternoon: [12, 18],
  evening: [18, 22],
};

/** Degrees. */
export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** To about 100 metres: enough to find who is near, too little to find a door. */
export const coarse = ({ latitude, longitude }: Spot): Spot => ({
  latitude: thousandth(latitude),
  longitude: thousandth(longitude),
});
const thousandth = (degrees: number) => Math.round(degrees * 1000) / 1000;

/** A team that takes orders. */
export interface Candidate {
  readonly team: string;
  readonly unit: string;
  readonly skills: readonly string[];
  /** When its people are free; nothing said when empty. */
  readonly slots: readonly Slot[];
  /** Orders offered to it or accepted by it, and how many it can have at once. */
  readonly load: number;
  readonly loadMax: number;
  /** Orders it has accepted this month. */
  readonly taken: number;
  readonly starsSum: number;
  readonly starsCount: number;
  /** When it gave accepted orders back, epoch milliseconds. */
  readonly drops: readonly number[];
  readonly spot?: Spot;
}

/** What is asked for. */
export interface Wanted {
  readonly skill: string;
  readonly unit: string;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly spot?: Spot;
  /** Teams not to ask again. */
  readonly except?: readonly string[];
}

export const dispatchFactors = ['distance', 'free', 'load', 'fairness', 'quality', 'drops'] as const;
export type DispatchFactor = (typeof dispatchFactors)[number];
/** One factor's part in a team's points, with what it was computed from. */
export interface Reason {
  readonly factor: DispatchFactor;
  /** Steps in the tree or metres; percent of the window; percent of the load; orders; tenths of a star; drops. */
  readonly value: number;
  readonly points: number;
}
export interface Ranked {
  readonly team: string;
  readonly points: number;
  readonly reasons: readonly Reason[];
}

/** The most each factor gives; together 100 (`docs/rules.md`), which is what drops take away. */
const most = { distance: 40, free: 20, load: 15, fairness: 15, quality: 10 } as const;
const dropsCost = 100;
/** Steps in the tree, or kilometres, from which distance gives nothing. */
const stepsFar = 6;
const kilometresFar = 10;
const ordersMany = 10;
/** Until a team has been rated often, it counts as a good one: these many votes of four stars are added. */
const priorVotes = 5;
const priorStars = 4;

type Limits = Pick<Settings, 'order_drops_max' | 'order_drop_days'>;
interface Around {
  readonly units: UnitTree;
  readonly now: number;
  readonly settings: Limits;
}

/** Teams that may be asked, the best first; equal ones by who has taken fewer, then by id. */
export function rankTeams(wanted: Wanted, candidates: readonly Candidate[], around: Around): Ranked[] {
  const fit = candidates.filter(
    ({ team, skills, load, loadMax }) =>
      skills.includes(wanted.skill) && load < loadMax && !wanted.except?.includes(team),
  );
  const path = around.units.above(wanted.unit);
  const stepsTo = new Map(path.map((unit, steps) => [unit, steps]));
  return fit
    .map((candidate) => ({ taken: candidate.taken, ...judge(wanted, candidate, { ...around, stepsTo }) }))
    .sort((one, other) => other.points - one.points || one.taken - other.taken || (one.team < other.team ? -1 : 1))
    .map(({ team, points, reasons }) => ({ team, points, reasons }));
}

type Judging = Around & { readonly stepsTo: ReadonlyMap<string, number> };

function judge(wanted: Wanted, candidate: Candidate, around: Judging): Ranked {
  const reasons = [
    distanceOf(wanted, candidate, around),
    freeOf(wanted, candidate),
    share('load', Math.round((candidate.load / candidate.loadMax) * 100), 100),
    share('fairness', candidate.taken, ordersMany),
    qualityOf(candidate),
    ...dropsOf(candidate, around),
  ];
  return { team: candidate.team, points: reasons.reduce((sum, { points }) => sum + points, 0), reasons };
}

/** All points at 0, none at `far` and beyond. */
const share = (factor: 'distance' | 'load' | 'fairness', value: number, far: number): Reason => ({
  factor,
  value,
  points: Math.round(most[factor] * Math.max(0, 1 - value / far)),
});

function distanceOf(wanted: Wanted, { unit, spot }: Candidate, { units, stepsTo }: Judging): Reason {
  if (wanted.spot && spot) return share('distance', metresBetween(wanted.spot, spot), kilometresFar * 1000);
  const path = units.above(unit);
  const meeting = path.findIndex((above) => stepsTo.has(above));
  const steps = meeting < 0 ? stepsFar : meeting + (stepsTo.get(path[meeting] ?? '') ?? stepsFar);
  return share('distance', steps, stepsFar);
}

/** Metres between two points, on a sphere. */
export function metresBetween(one: Spot, other: Spot): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [up, right] = [other.latitude - one.latitude, other.longitude - one.longitude].map(radians) as [number, number];
  const bow =
    Math.sin(up / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(right / 2) ** 2;
  return Math.round(2 * 6_371_000 * Math.asin(Math.sqrt(bow)));
}

/** A team that has not said when it is free gets half. */
function freeOf({ from, to }: Wanted, { slots }: Candidate): Reason {
  const percent = slots.length === 0 ? 50 : Math.round((freeMs(from, to, slots) / Math.max(1, to - from)) * 100);
  return { factor: 'free', value: percent, points: Math.round((most.free * percent) / 100) };
}

function freeMs(from: number, to: number, slots: readonly Slot[]): number {
  let sum = 0;
  for (let day = shanghaiDay(from); startOfDay(day) < to; day = addDays(day, 1)) {
    const midnight = startOfDay(day);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
    for (const part of dayParts) {
      if (!slots.includes(`${weekday}-${part}` as Slot)) continue;
      const [start, end] = hoursOfPart[part];
      sum += Math.max(0, Math.min(to, midnight + end * hourMs) - Math.max(from, midnight + start * hourMs));
    }
  }
  return sum;
}

function qualityOf({ starsSum, starsCount }: Candidate): Reason {
  const stars = (starsSum + priorVotes * priorStars) / (starsCount + priorVotes);
  return { factor: 'quality', value: Math.round(stars * 10), points: Math.round((most.quality * (stars - 1)) / 4) };
}

/** So many drops within so many days cost points for as many days from the last one on. */
function dropsOf({ drops }: Candidate, { now, settings }: Judging): Reason[] {
  const spanMs = settings.order_drop_days * dayMs;
  const last = Math.max(0, ...drops);
  const close = drops.filter((at) => last - at <= spanMs).length;
  const isLowered = close >= settings.order_drops_max && now - last < spanMs;
  return isLowered ? [{ factor: 'drops', value: close, points: -dropsCost }] : [];
}
