/** Which thing of a place a route's path names. */
import type { Place } from './place.ts';

type Naming = (place: Place) => string | number;
const byName: Readonly<Record<string, Naming>> = {
  account: ({ colleague }) => colleague,
  post: ({ colleaguePost }) => colleaguePost,
  device: ({ device }) => device,
  team: ({ team }) => team,
  unit: ({ community }) => community,
  desk: ({ desk }) => desk,
  file: ({ file }) => file,
  part: () => 1,
  import: (place) => place.import,
  export: (place) => place.export,
  class: (place) => place.class,
  volunteer: ({ pupil }) => pupil,
  request: ({ request }) => request,
  shift: ({ shift }) => shift,
  school: ({ school }) => school,
  anomaly: ({ anomaly }) => anomaly,
  merit: ({ merit }) => merit,
  activity: ({ activity }) => activity,
  token: ({ token }) => token,
  order: ({ order }) => order,
  kind: () => 'haircut',
  wish: ({ wish }) => wish,
  item: ({ item }) => item,
  code: ({ pickUpCode }) => pickUpCode,
  redemption: ({ redemption }) => redemption,
  gift: () => 'junior-1',
  slot: ({ slot }) => slot,
  change: ({ change }) => change,
  registration: ({ registration }) => registration,
  certificate: ({ certificate }) => certificate,
  number: ({ certificateNumber }) => certificateNumber,
  receipt: ({ receipt }) => receipt,
  objection: ({ classObjection }) => classObjection,
};

/** Where the same word means another thing. The first line that a route's name contains counts. */
const special: readonly (readonly [part: string, name: string, naming: Naming])[] = [
  ['/substitutes/{account}', 'account', ({ substitute }) => substitute],
  ['/certificate-files/{file}', 'file', ({ paper }) => paper],
  ['/guardians/{account}', 'account', ({ guardianAccount }) => guardianAccount],
  ['/activity-shifts/{shift}', 'shift', ({ activityShift }) => activityShift],
  ['/open-shifts/{shift}', 'shift', ({ activityShift }) => activityShift],
  ['/objections/{volunteer}', 'shift', ({ published }) => published],
  ['/class-objections/{objection}', 'shift', ({ published }) => published],
  ['/shifts/{shift}/approval', 'shift', ({ published }) => published],
  ['/publicity/{school}', 'school', ({ schoolCode }) => schoolCode],
  ['/figures/{school}', 'school', ({ schoolCode }) => schoolCode],
  ['/schools/{code}', 'code', ({ schoolCode }) => schoolCode],
  ['/moves/{volunteer}', 'volunteer', ({ mover }) => mover],
  ['/merges/{change}', 'change', ({ mergeChange }) => mergeChange],
  ['/staff/{account}/totp', 'account', ({ substitute }) => substitute],
  ['/items/{item}/slots', 'item', ({ serviceItem }) => serviceItem],
  ['/pick-ups/closed/{redemption}', 'redemption', ({ given }) => given],
  ['/pick-ups/{code}/missed', 'code', ({ bookingCode }) => bookingCode],
  ['/orders/{order}/dispatch', 'order', ({ passed }) => passed],
  ['/orders/{order}/hand-back', 'order', ({ accepted }) => accepted],
  ['/orders/{order}/members', 'order', ({ accepted }) => accepted],
  ['/orders/{order}/start', 'order', ({ accepted }) => accepted],
  ['/orders/{order}/finish', 'order', ({ accepted }) => accepted],
  ['/orders/{order}/contact', 'order', ({ accepted }) => accepted],
  ['POST /api/orders/{order}/acceptance', 'order', ({ accepted }) => accepted],
  ['/orders/{order}/refusal', 'order', ({ accepted }) => accepted],
  ['/wishes/{wish}/claim', 'wish', ({ listedWish }) => listedWish],
  ['/wishes/{wish}/release', 'wish', ({ claimedWish }) => claimedWish],
  ['/wishes/{wish}/receipt', 'wish', ({ claimedWish }) => claimedWish],
  ['/wishes/{wish}/hand-over', 'wish', ({ receivedWish }) => receivedWish],
  ['/wishes/{wish}/photo', 'wish', ({ grantedWish }) => grantedWish],
  ['/wishes/{wish}/delivery', 'wish', ({ grantedWish }) => grantedWish],
];

/** @throws when nothing is known to be named so */
export function paramsOf(route: string, place: Place): Record<string, string | number> {
  const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, named(route, name)(place)]));
}

function named(route: string, name: string): Naming {
  const found = special.find(([part, of]) => of === name && route.includes(part))?.[2] ?? byName[name];
  if (!found) throw new Error(`${route} names a {${name}}: say in tests/access-matrix/params.ts which thing that is`);
  return found;
}
