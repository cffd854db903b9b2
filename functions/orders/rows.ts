/** The only file that knows the items of orders and their keys; teams' profiles have their own. */
import type { Spot } from '../../shared/rules/dispatch.ts';
import { type OrderChannel, type OrderLane, type OrderState, orderLanes } from '../../shared/rules/order-states.ts';
import type { needPhrases, orderRatingTags } from '../../shared/rules/service-menu.ts';
import { iso } from '../platform/instant.ts';
import { dueKeys } from '../platform/store/due.ts';
import type { Attributes, Item, Query, Target, Write } from '../platform/store/port.ts';
import { present } from '../platform/store/present.ts';
import { laneOf } from './lanes.ts';

export const version = 1;

/** Whom and where, and the resident's own words; sealed in one attribute. */
export interface Sealed {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly need?: string;
  readonly risk: string;
  readonly spot?: Spot;
  /** The four digits beside the link. */
  readonly code: string;
}
export interface Step {
  readonly state: OrderState;
  readonly at: number;
  readonly by: string;
  readonly team?: string;
  /** The team that the desk took it from with this step. */
  readonly takenFrom?: string;
  readonly reason?: string;
}
interface Rated {
  readonly stars: number;
  readonly tags: readonly (typeof orderRatingTags)[number][];
  readonly at: number;
  /** The role of who wrote it down. */
  readonly by: string;
}
interface CallBack {
  readonly dueAt: number;
  readonly note?: string;
  readonly doneAt?: number;
}

/** One order. Guards name `rev`; every change raises it. Times are epoch milliseconds. */
export interface Order {
  readonly id: string;
  readonly district: string;
  readonly rev: number;
  readonly state: OrderState;
  readonly unit: string;
  readonly kind: string;
  readonly title: string;
  readonly skill: string;
  readonly minutes: number;
  readonly days: number;
  readonly riskLevel: number;
  readonly homeVisit: boolean;
  readonly urgent: boolean;
  readonly from: number;
  readonly to: number;
  readonly phrases: readonly (typeof needPhrases)[number][];
  readonly channel: OrderChannel;
  readonly placedAt: number;
  readonly placedBy: string;
  /** The account of the resident who asked; none when somebody asked for them. */
  readonly resident?: string;
  readonly sealed: Uint8Array;
  readonly steps: readonly Step[];
  /** When the present step should be done, by the desk or the team, or is done by the clock. */
  readonly dueAt?: number;
  /** Teams it is offered to now. */
  readonly offers: readonly string[];
  /** Teams that declined it or gave it back: they are not asked again. */
  readonly except: readonly string[];
  readonly team?: string;
  readonly acceptedAt?: number;
  readonly extended?: boolean;
  readonly members: readonly string[];
  /** When it was last said who goes. */
  readonly assignedAt?: number;
  /** Members who came in the place of another registration of theirs: whose. */
  readonly standsFor?: Readonly<Record<string, string>>;
  readonly insurance?: string;
  readonly startedAt?: number;
  readonly finishedAt?: number;
  /** The service that its hours are recorded in. */
  readonly shift?: string;
  readonly rating?: Rated;
  readonly callBack?: CallBack;
}

const table = 'Orders' as const;
const orderSk = 'ORDER';
const orderPk = (district: string, order: string) => `T#${district}#O#${order}`;

export const orderAt = (district: string, order: string): Target => ({
  table,
  key: { pk: orderPk(district, order), sk: orderSk },
});
/** One person's part in an order: lists it under the person. */
export const memberAt = (district: string, order: string, volunteer: string): Target => ({
  table,
  key: { pk: orderPk(district, order), sk: `M#${volunteer}` },
});
export const triesAt = (district: string, order: string): Target => ({
  table,
  key: { pk: orderPk(district, order), sk: 'TRIES' },
});
export const residentAt = (district: string, account: string): Target => ({
  table,
  key: { pk: `T#${district}#R#${account}`, sk: 'CONTACT' },
});
export const menuAt = (district: string): Target => ({ table, key: { pk: `T#${district}#MENU`, sk: 'MENU' } });

type List = Omit<Query, 'limit' | 'after'>;
const queuePk = (district: string, unit: string) => `T#${district}#Q#${unit}`;
/** A community's open orders, lane by lane, in each the earliest due first. */
export const queueOf = (district: string, unit: string, lane?: OrderLane): List => ({
  table,
  index: 'byQueue',
  pk: queuePk(district, unit),
  ...(lane && { sk: { prefix: `${orderLanes.indexOf(lane)}#` } }),
});
/** Orders a team took, or those anybody may take; the latest first. */
export const ordersOfTeam = (district: string, team: string | 'OPEN'): List => ({
  table,
  index: 'byTeam',
  pk: `T#${district}#T#${team}`,
  descending: true,
});
/** Orders that the desk took from a team; the latest first. */
export const takenFromTeam = (district: string, team: string): List => ({
  table,
  index: 'byTeam',
  pk: `T#${district}#TAKEN#${team}`,
  descending: true,
});
export const takenWrite = ({ district, id }: Order, team: string, at: number): Write => ({
  ...{ table, key: { pk: orderPk(district, id), sk: `TAKEN#${team}` } },
  put: { v: version, order: id, byTeamPk: takenFromTeam(district, team).pk, byTeamSk: `${iso(at)}#${id}` },
});
/** Orders of a resident's account, or those a volunteer goes to; the latest first. */
export const ordersOfPerson = (district: string, person: string): List => ({
  table,
  index: 'byPerson',
  pk: `T#${district}#P#${person}`,
  descending: true,
});
/** The order that a row of a list names. */
export const orderNamedBy = (row: Item): string => String(row.order);

export const isOrder = ({ sk }: Item): boolean => sk === orderSk;
const isKey = (name: string) => name === 'pk' || name === 'sk' || name === 'v' || /^by[A-Z]\w+[PS]k$/.test(name);
export function orderOf(item: Item): Order {
  const facts = Object.fromEntries(Object.entries(item).filter(([name]) => !isKey(name)));
  return { ...facts, id: item.order } as unknown as Order;
}

export const memberRow = ({ district, id, from }: Order, volunteer: string): Attributes => ({
  v: version,
  order: id,
  byPersonPk: `T#${district}#P#${volunteer}`,
  byPersonSk: `${iso(from)}#${id}`,
});

const clocked: readonly OrderState[] = ['offered', 'open', 'done'];

/** Writes an order as it is now, unless it changed since it was read at `rev`; a new one has no `rev` yet. */
export const orderWrite = (order: Order, rev: number): Write => ({
  ...orderAt(order.district, order.id),
  put: orderRow({ ...order, rev: rev + 1 }),
  when: rev === 0 ? [['pk', 'absent']] : [['rev', '=', rev]],
  or: 'lost_race',
});

function orderRow({ id, ...order }: Order): Attributes {
  const { district, unit, state, team, placedAt, resident, steps, dueAt } = order;
  const lane = laneOf(order);
  const owner = state === 'open' ? 'OPEN' : team;
  return present({
    v: version,
    ...order,
    steps: steps.map((step) => present({ ...step })),
    rating: order.rating && { ...order.rating },
    callBack: order.callBack && present({ ...order.callBack }),
    standsFor: order.standsFor && { ...order.standsFor },
    order: id,
    ...(lane && {
      byQueuePk: queuePk(district, unit),
      byQueueSk: `${orderLanes.indexOf(lane)}#${iso(dueAt ?? placedAt)}#${id}`,
    }),
    ...(owner && { byTeamPk: `T#${district}#T#${owner}`, byTeamSk: `${iso(steps.at(-1)?.at ?? placedAt)}#${id}` }),
    ...(resident && { byPersonPk: `T#${district}#P#${resident}`, byPersonSk: `${iso(placedAt)}#${id}` }),
    ...(clocked.includes(state) && dueAt !== undefined && dueKeys(dueAt, [district, id])),
  });
}
