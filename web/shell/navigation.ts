/** Where each post goes to work: the first place is its home. */
import type { Role } from '../../shared/roles.ts';
import type { UnitKind } from '../../shared/rules/units.ts';
import * as icons from '../ui/icons.ts';
import type { ShellWords } from '../words/shell.ts';

export interface Destination {
  readonly path: string;
  readonly icon: string;
  readonly label: keyof ShellWords['places'];
  /** Where else one is when one has gone there. */
  readonly alsoUnder?: string;
}

const to = (path: string, icon: string, label: Destination['label']): Destination => ({ path, icon, label });

const mine = [
  to('/me', icons.home, 'points'),
  to('/me/activities', icons.heart, 'activities'),
  to('/me/records', icons.list, 'records'),
  { ...to('/shop', icons.gift, 'shop'), alsoUnder: '/me/redemptions' },
  to('/me/team', icons.people, 'team'),
  to('/account', icons.person, 'account'),
];
const guarded = [...mine.slice(0, 4), to('/me/children', icons.people, 'children'), ...mine.slice(-1)];
const account = to('/account', icons.person, 'account');
const approver = [
  to('/approvals', icons.check, 'approvals'),
  to('/objections', icons.warn, 'objections'),
  to('/publicity-list', icons.megaphone, 'publicity'),
  to('/corrections', icons.rules, 'corrections'),
];
const school = [
  to('/overview', icons.chart, 'overview'),
  ...approver,
  to('/anomalies', icons.search, 'anomalies'),
  to('/pupils', icons.people, 'pupils'),
  to('/imports', icons.upload, 'imports'),
  to('/cards', icons.cards, 'cards'),
  to('/requests', icons.pencil, 'requests'),
  { ...to('/school-year', icons.school, 'schoolYear'), alsoUnder: '/leavers' },
  to('/teams', icons.heart, 'teams'),
  { ...to('/orders', icons.bell, 'orders'), alsoUnder: '/orders/new' },
  to('/wish-desk', icons.gift, 'wishes'),
  to('/rewards', icons.gift, 'rewards'),
  to('/staff', icons.shield, 'staff'),
];

const ofPupilsOnly = ['/imports', '/school-year'];
/** Grown volunteers are registered one by one, and no school year moves them. */
const community = school
  .filter(({ path }) => !ofPupilsOnly.includes(path))
  .map((one) => (one.path === '/pupils' ? { ...one, label: 'volunteers' as const } : one));

const navigation: Readonly<Record<Role, readonly Destination[]>> = {
  volunteer: mine,
  guardian: guarded,
  resident: [
    to('/me/orders', icons.list, 'myOrders'),
    to('/orders/new', icons.plus, 'newOrder'),
    to('/wishes', icons.gift, 'wishes'),
    account,
  ],
  leader: [
    to('/leader', icons.heart, 'leader'),
    to('/leader/activities', icons.people, 'activities'),
    to('/leader/record', icons.pencil, 'record'),
    to('/leader/orders', icons.bell, 'takeOrders'),
    to('/wishes', icons.gift, 'wishes'),
    account,
  ],
  desk: [
    to('/desk', icons.scan, 'handOver'),
    to('/desk/today', icons.list, 'today'),
    to('/desk/stock', icons.gift, 'stock'),
    to('/desk/gifts', icons.heart, 'gifts'),
    to('/desk/fair', icons.print, 'fair'),
    account,
  ],
  approver: [...approver, account],
  unit_admin: [...school, to('/rules', icons.rules, 'rules'), account],
  district_admin: [
    to('/district', icons.chart, 'district'),
    to('/units', icons.building, 'units'),
    to('/rules', icons.rules, 'rules'),
    to('/desks', icons.desk, 'desks'),
    ...school.slice(1),
    account,
  ],
  auditor: [to('/overview', icons.chart, 'overview'), account],
};

interface Post {
  readonly role: Role;
  readonly unitKind?: UnitKind | undefined;
}
export const destinationsOf = ({ role, unitKind }: Post): readonly Destination[] =>
  role === 'unit_admin' && unitKind === 'community' ? [...community, account] : navigation[role];
export const homeOf = (role: Role): string => navigation[role][0]?.path ?? '/account';
