import { describe, expect, test } from 'vitest';
import { expectRefusal } from '../teams/school.ts';
import { offeredTo, openHelpers, openNeighbourhood, pass, place } from './neighbourhood.ts';
import { eachInTown, town } from './town.ts';

eachInTown();

describe('triage', () => {
  test('POST /api/orders/{order}/triage: an order that is turned down says why, and goes nowhere', async () => {
    const helpers = await openHelpers(town);
    const { id } = await place(town);
    const body = { decision: 'turn_down', reason: '请先看病' } as const;
    await town.desk.must('POST /api/orders/{order}/triage', { params: { order: id }, body });
    const { items } = await town.resident.must('GET /api/me/orders', {});
    expect(items[0]).toMatchObject({ state: 'turned_down', mayCancel: false });
    expect(items[0]?.steps.at(-1)).toMatchObject({ by: 'unit_admin', reason: '请先看病' });
    expect(await offeredTo(helpers.leader)).toEqual([]);
  });

  test('what teams read of the need is what the community has let through', async () => {
    const helpers = await openHelpers(town);
    const { id } = await place(town);
    const body = { decision: 'pass', need: '剪短发', risk: '有狗', riskLevel: 1 } as const;
    await town.desk.must('POST /api/orders/{order}/triage', { params: { order: id }, body });
    const { offered } = await helpers.leader.must('GET /api/team-orders', {});
    expect(offered[0]).toMatchObject({ need: '剪短发', risk: '有狗', riskLevel: 1, phrases: ['hard_to_walk'] });
    expect(JSON.stringify(offered)).not.toMatch(/李奶奶|138[0*]{4}|柳荫路/);
  });

  test('before it nobody of any team reads a word of an order', async () => {
    const helpers = await openHelpers(town);
    const { id: order } = await place(town);
    expect(await helpers.leader.must('GET /api/team-orders', {})).toMatchObject({ offered: [], open: [], running: [] });
    const ask = () => helpers.leader.ask('POST /api/orders/{order}/acceptance', { params: { order }, body: {} });
    await expectRefusal(town.district.world, 'not_found', ask);
  });

  test.each<[string, { need?: string; risk?: string }, { need?: string | null; risk?: string }]>([
    ['the door in the risk, left as the resident wrote it', { risk: '3单元201有狗' }, {}],
    ['the phone in the need, left as the resident wrote it', { need: '来前打 138 0000 0000' }, { risk: '有狗' }],
    ['the name in the risk, written by the desk', {}, { risk: '李奶奶听力不好' }],
  ])('%s is order_reveals, and passes once it is edited', async (_, change, said) => {
    const helpers = await openHelpers(town);
    const { id } = await place(town, change);
    const triage = (words: typeof said) => () =>
      town.desk.ask('POST /api/orders/{order}/triage', {
        params: { order: id },
        body: { decision: 'pass', ...words },
      });
    await expectRefusal(town.district.world, 'order_reveals', triage(said));
    expect((await triage({ need: null, risk: '有狗' })()).ok).toBe(true);
    const { offered } = await helpers.leader.must('GET /api/team-orders', {});
    expect(offered).toMatchObject([{ id, risk: '有狗' }]);
    expect(JSON.stringify(offered)).not.toMatch(/李奶奶|138[0*]{4}|单元/);
  });

  test('an order is triaged once: order_not_open for the second', async () => {
    const { id } = await place(town);
    await pass(town, id);
    const again = () =>
      town.desk.ask('POST /api/orders/{order}/triage', { params: { order: id }, body: { decision: 'pass' } });
    await expectRefusal(town.district.world, 'order_not_open', again);
  });

  test.each(['GET /api/orders/{order}', 'GET /api/orders/{order}/candidates'] as const)(
    '%s: another community’s order is not_found',
    async (route) => {
      const other = await openNeighbourhood(town.district);
      const { id: order } = await place(town);
      await expectRefusal(town.district.world, 'not_found', () => other.desk.ask(route, { params: { order } }));
      await expectRefusal(town.district.world, 'not_found', () =>
        other.desk.ask('POST /api/orders/{order}/triage', { params: { order }, body: { decision: 'pass' } }),
      );
    },
  );
});
