/**
 * Everything the API can do, ground floor first. A request needs little of it: a capability, its contract included, is
 * loaded with the first request for it, so that a function that just started answers soon.
 */
import type { Capability } from '../../platform/http/story.ts';
import capabilityOf from './capability-of.json' with { type: 'json' };

type Door<One extends string> = () => Promise<Readonly<Record<One, Capability>>>;

const district = () => import('../../district/index.ts');
const access = () => import('../../access/index.ts');
const ledger = () => import('../../ledger/index.ts');
const volunteers = () => import('../../volunteers/index.ts');
const rewards = () => import('../../rewards/index.ts');
const teams = () => import('../../teams/index.ts');
const hours = () => import('../../hours/index.ts');
const activities = () => import('../../activities/index.ts');
const orders = () => import('../../orders/index.ts');
const wishes = () => import('../../wishes/index.ts');
const figures = () => import('../../figures/index.ts');
const notices = () => import('../../notices/index.ts');
const guardians = () => import('../../guardians/index.ts');
const exportsOfLists = () => import('../../exports/index.ts');
const changes = () => import('../../changes/index.ts');
const health = () => import('../../platform/http/health.ts');

/** A capability of a slice, which is not opened before somebody asks for it. */
const later = <One extends string>(name: One, open: Door<One>) =>
  ({
    name,
    names: (Object.keys(capabilityOf) as (keyof typeof capabilityOf)[]).filter((route) => capabilityOf[route] === name),
    load: async () => (await open())[name].load(),
  }) satisfies Capability & { readonly name: string };

export const capabilities = [
  later('districtCapability', district),
  later('accessCapability', access),
  later('guardianAccessCapability', access),
  later('secondStepCapability', access),
  later('ledgerCapability', ledger),
  later('volunteersCapability', volunteers),
  later('registrationsCapability', volunteers),
  later('consentsCapability', volunteers),
  later('correctionsCapability', volunteers),
  later('rewardsCapability', rewards),
  later('giftsCapability', rewards),
  later('stockCapability', rewards),
  later('bookingsCapability', rewards),
  later('teamsCapability', teams),
  later('postsCapability', teams),
  later('cardRequestsCapability', teams),
  later('hoursCapability', hours),
  later('lateCapability', hours),
  later('hoursFollowCapability', hours),
  later('objectionsCapability', hours),
  later('weekSheetsCapability', hours),
  later('anomaliesCapability', hours),
  later('ratingsCapability', hours),
  later('meritsCapability', hours),
  later('certificatesCapability', hours),
  later('activitiesCapability', activities),
  later('signUpsCapability', activities),
  later('attendanceCapability', activities),
  later('feedbackCapability', activities),
  later('residentsCapability', orders),
  later('ordersCapability', orders),
  later('teamOrdersCapability', orders),
  later('wishesCapability', wishes),
  later('figuresCapability', figures),
  later('noticesCapability', notices),
  later('guardiansCapability', guardians),
  later('redeemForCapability', guardians),
  later('exportsCapability', exportsOfLists),
  later('certificateFilesCapability', exportsOfLists),
  later('changesCapability', changes),
  later('findingsCapability', changes),
  later('mergesCapability', changes),
  later('movesCapability', changes),
  later('schoolYearsCapability', changes),
  later('healthCapability', health),
];
