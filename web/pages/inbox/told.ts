/** What a message names, as people read it, and where it leads. */
import type { ItemOf } from '../../api/read.ts';
import { clockText, dayText, hoursText, momentText, numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import type { Session } from '../../page.ts';
import type { Told } from '../../words/told.ts';

type Notice = ItemOf<'GET /api/me/notices'>;

export function toldOf({ facts }: Notice, language: Language): Told {
  const number = (name: string) => (name in facts ? numberText(Number(facts[name]), language) : '');
  const hours = (name: string) => (name in facts ? hoursText(Number(facts[name]), language) : '');
  const day = (name: string) => (name in facts ? dayText(String(facts[name]), language) : '');
  const moment = (name: string) => (name in facts ? momentText(String(facts[name]), language) : '');
  const clock = (name: string) => (name in facts ? clockText(String(facts[name]), language) : '');
  return {
    day: day('day'),
    until: 'activity' in facts || 'order' in facts ? moment('until') : day('until'),
    time: 'time' in facts ? clock('time') : clock('from'),
    hours: hours('minutes'),
    hoursBefore: hours('minutesBefore'),
    points: number('points'),
    pointsBefore: number('pointsBefore'),
    days: number('days'),
    shifts: number('shifts'),
    certificates: number('certificates'),
    level: number('level'),
    years: number('years'),
    reason: String(facts.reason ?? ''),
  };
}

/** Nowhere, when one now acts in another post than the message is for. */
export function hrefOf({ kind, facts, child }: Notice, session: Session | undefined): string | undefined {
  if (!session) return undefined;
  const { role, scope } = session.post;
  if (kind === 'approvals_waiting') return role === 'approver' || role === 'unit_admin' ? '/approvals' : undefined;
  const answered = answeredAt[kind];
  if (answered) return answered.by.includes(role) ? `${answered.path}?unit=${facts.unit}` : undefined;
  if (workKinds.includes(kind)) return workOf(role, String(facts.shift));
  const place = placeOf(role, facts);
  if (place !== undefined) return place;
  const isOwn = role === 'volunteer' || (role === 'guardian' && child?.volunteer === scope);
  if (!isOwn) return undefined;
  if (facts.shift !== undefined) return `/me/records/${facts.shift}`;
  if (facts.activity !== undefined) return `/me/activities/${facts.activity}`;
  if (facts.redemption !== undefined) return `/me/redemptions/${facts.redemption}`;
  if (facts.request !== undefined) return '/me/data';
  if (facts.merit !== undefined) return '/me/merits';
  if (facts.certificate !== undefined) return '/me/certificates';
  if (facts.entry !== undefined) return '/me';
  if (kind === 'gift_granted') return '/me/gifts';
  return kind === 'points_expiring' || facts.change !== undefined ? '/me' : '/me/consent';
}

type Role = Session['post']['role'];
const offices: readonly Role[] = ['unit_admin', 'district_admin'];

/** Where a unit's staff answer what waits for them. */
const answeredAt: Readonly<Partial<Record<Notice['kind'], { readonly path: string; readonly by: readonly Role[] }>>> = {
  objection_to_decide: { path: '/objections', by: ['approver', ...offices] },
  certificates_waiting: { path: '/certificates', by: ['approver', ...offices] },
  registration_to_decide: { path: '/requests', by: offices },
  request_to_answer: { path: '/requests', by: offices },
};

/** Where one sees the order, the wish, the proposal or the move that a message is about. */
function placeOf(role: Role, facts: Notice['facts']): string | undefined {
  const isOffice = offices.includes(role);
  if (facts.order !== undefined) return isOffice ? `/orders/${facts.order}` : ordersOf[role];
  if (facts.wish !== undefined) return isOffice ? '/wish-desk' : '/wishes';
  if (facts.change !== undefined) return isOffice || role === 'approver' ? '/corrections' : undefined;
  return facts.move !== undefined && isOffice ? '/requests' : undefined;
}
const ordersOf: Readonly<Partial<Record<Role, string>>> = {
  resident: '/me/orders',
  leader: '/leader/orders',
  volunteer: '/me/visits',
  guardian: '/me/records',
};

const workKinds: readonly Notice['kind'][] = ['shift_sent_back', 'record_asked', 'team_record_corrected'];
function workOf(role: Role, shift: string): string | undefined {
  if (role === 'leader') return `/leader/shifts/${shift}`;
  return role === 'approver' || role === 'unit_admin' ? `/approvals/${shift}` : undefined;
}
