/** What an order says to those who go, and that nothing is said twice. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type Change, project } from '../../functions/entries/wiring/project.ts';
import { schoolMorning } from '../harness.ts';
import { hourMs } from '../hours/squad.ts';
import {
  acceptedOrder,
  assign,
  type Helpers,
  type Neighbourhood,
  openHelpers,
  openNeighbourhood,
  signInAs,
} from '../orders/neighbourhood.ts';
import { everythingStored } from '../teams/school.ts';
import { inboxOf, kindsOf } from './inboxes.ts';

let town: Neighbourhood;
let helpers: Helpers;
beforeEach(async () => {
  town = await openNeighbourhood();
  helpers = await openHelpers(town);
});
const world = () => town.district.world;
const settled = async () => world().settle();
const minuteMs = 60_000;

describe('whoever goes', () => {
  test('is told so, of another time, and when it is off', async () => {
    const [adult = ''] = helpers.adults;
    const volunteer = await signInAs(town, adult);
    const { id: order } = await acceptedOrder(town, helpers);
    await settled();
    expect(await inboxOf(volunteer)).toMatchObject([{ kind: 'visit_assigned', facts: { order } }]);
    const at = (hours: number) => new Date(schoolMorning + hours * hourMs).toISOString();
    const later = { from: at(30), to: at(32), reason: '改到下午' };
    await town.desk.must('POST /api/orders/{order}/extension', { params: { order }, body: later });
    await settled();
    world().now += minuteMs;
    await town.desk.must('POST /api/orders/{order}/cancellation', { params: { order }, body: { reason: '不需要了' } });
    await settled();
    expect((await kindsOf(volunteer)).sort()).toEqual(['visit_assigned', 'visit_off', 'visit_time_changed']);
  });

  test('told again by the streams, backwards and twice at once, brings no second message', async () => {
    const { id } = await acceptedOrder(town, helpers);
    await assign(helpers, id);
    await settled();
    const told = world()
      .store.readChanges(0, 100_000)
      .map(({ sequence, ...change }): Change => ({ ...change, sequence: String(sequence), at: world().now }));
    const stored = async () => (await everythingStored(world())).filter(({ sk }) => sk.startsWith('N#'));
    const once = await stored();
    expect(once.length).toBeGreaterThan(5);
    await project(world().tools, told.toReversed(), world().now);
    await Promise.all([project(world().tools, told, world().now), project(world().tools, told, world().now)]);
    expect(await stored()).toEqual(once);
  });
});
