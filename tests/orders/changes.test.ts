import { describe, expect, test } from 'vitest';
import { schoolMorning } from '../harness.ts';
import { hourMs } from '../hours/squad.ts';
import { expectRefusal } from '../teams/school.ts';
import { accept, acceptedOrder, openHelpers, openNeighbourhood } from './neighbourhood.ts';
import { eachWithHelpers, helpers, manySkills, town } from './town.ts';

eachWithHelpers(manySkills);

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
    const dispatch = (reason?: string) => () =>
      town.desk.ask('POST /api/orders/{order}/dispatch', { params: { order }, body: { reason } });
    await expectRefusal(town.district.world, 'dispatch_reason_missing', dispatch());
    await expectRefusal(town.district.world, 'order_reveals', dispatch('没有去 3 单元 201'));
    expect((await dispatch('到时没有来')()).body).toMatchObject({ state: 'offered' });
    expect((await other.leader.must('GET /api/team-orders', {})).offered.map(({ id }) => id)).toEqual([order]);
    const { running, taken } = await helpers.leader.must('GET /api/team-orders', {});
    expect(running).toEqual([]);
    expect(taken).toMatchObject([{ id: order, title: '上门理发', unitName: '柳荫社区', reason: '到时没有来' }]);
    expect(JSON.stringify(taken)).not.toMatch(/李奶奶|138[0*]{4}|柳荫路|猫|剪短/);
    expect((await other.leader.must('GET /api/team-orders', {})).taken).toEqual([]);
    const { items } = await town.resident.must('GET /api/me/orders', {});
    expect(items[0]?.steps.at(-1)).toMatchObject({ state: 'offered', reason: '到时没有来', takenFrom: '青荷队' });
    const again = () =>
      town.desk.ask('POST /api/orders/{order}/extension', {
        params: { order },
        body: { from: at(24), to: at(26), reason: '改期' },
      });
    await expectRefusal(town.district.world, 'order_not_open', again);
  });

  test('a team that the desk chooses again after taking an order from it has it, and no longer as taken', async () => {
    const { id: order } = await acceptedOrder(town, helpers);
    const dispatch = (body: { teams?: string[]; reason?: string }) =>
      town.desk.must('POST /api/orders/{order}/dispatch', { params: { order }, body });
    await dispatch({ reason: '到时没有来' });
    await dispatch({ teams: [helpers.team] });
    await accept(helpers, order);
    const { running, taken } = await helpers.leader.must('GET /api/team-orders', {});
    expect([running.map(({ id }) => id), taken]).toEqual([[order], []]);
  });
});
