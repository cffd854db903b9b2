import { beforeEach, describe, expect, test } from 'vitest';
import { schoolMorning } from '../harness.ts';
import { hourMs } from '../hours/squad.ts';
import { expectRefusal } from '../teams/school.ts';
import { acceptedOrder, type Helpers, type Neighbourhood, openHelpers, openNeighbourhood } from './neighbourhood.ts';

let town: Neighbourhood;
let helpers: Helpers;
beforeEach(async () => {
  town = await openNeighbourhood();
  helpers = await openHelpers(town, { skills: ['hair', 'repair', 'tutoring'], loadMax: 20 });
});

describe('changes on the way', () => {
  const at = (hours: number) => new Date(schoolMorning + hours * hourMs).toISOString();

  test('POST /api/orders/{order}/extension: another time is agreed on once, within fifteen days', async () => {
    const { world } = town.district;
    const { id: order } = await acceptedOrder(town, helpers);
    const extend = (from: string, to: string) => () =>
      town.desk.ask('POST /api/orders/{order}/extension', { params: { order }, body: { from, to, reason: '住院了' } });
    await expectRefusal(world, 'order_window_invalid', extend(at(-2), at(2)));
    await expectRefusal(world, 'order_extended', extend(at(16 * 24), at(16 * 24 + 2)));
    expect((await extend(at(14 * 24), at(14 * 24 + 2))()).body).toMatchObject({ state: 'accepted', from: at(14 * 24) });
    await expectRefusal(world, 'order_extended', extend(at(13 * 24), at(13 * 24 + 2)));
    const other = await openNeighbourhood(town.district);
    await expectRefusal(world, 'not_found', () =>
      other.desk.ask('POST /api/orders/{order}/extension', {
        params: { order },
        body: { from: at(24), to: at(26), reason: '改期' },
      }),
    );
  });

  test('POST /api/orders/{order}/cancellation frees the team and its people', async () => {
    const { world } = town.district;
    const { id: order } = await acceptedOrder(town, helpers);
    const cancel =
      (client = town.resident) =>
      () =>
        client.ask('POST /api/orders/{order}/cancellation', { params: { order }, body: { reason: '不需要了' } });
    const other = await openNeighbourhood(town.district);
    await expectRefusal(world, 'not_found', cancel(other.resident));
    expect((await cancel()()).body).toMatchObject({ state: 'cancelled' });
    expect((await helpers.leader.must('GET /api/team-orders', {})).running).toEqual([]);
    await expectRefusal(world, 'order_not_open', cancel());
  });

  test('the desk takes an order from a team that does not come, and asks the next one', async () => {
    const other = await openHelpers(town);
    const { id: order } = await acceptedOrder(town, helpers);
    const body = { reason: '到时没有来' };
    const said = await town.desk.must('POST /api/orders/{order}/dispatch', { params: { order }, body });
    expect(said).toMatchObject({ state: 'offered' });
    expect((await other.leader.must('GET /api/team-orders', {})).offered.map(({ id }) => id)).toEqual([order]);
    expect((await helpers.leader.must('GET /api/team-orders', {})).running).toEqual([]);
    const again = () =>
      town.desk.ask('POST /api/orders/{order}/extension', {
        params: { order },
        body: { from: at(24), to: at(26), reason: '改期' },
      });
    await expectRefusal(town.district.world, 'order_not_open', again);
  });
});
