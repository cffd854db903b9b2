/** POST /api/service-items, POST /api/items/{item}/slots, GET /api/items/{item}/slots: what is offered, and when. */
import { describe, expect, test } from 'vitest';
import { expectRefusal } from '../teams/school.ts';
import { openClinic, serviceOf, serviceRoute, slotRoute, slotsRoute, times } from './clinic.ts';
import { addItem } from './shop.ts';

describe('a slot', () => {
  test('lies in the future, ends after it begins and within the offer', async () => {
    const clinic = await openClinic();
    const { world, administrator, item, east } = clinic;
    const asking = (from: string, to: string) => ({ params: { item }, body: { desk: east.desk, from, to, quota: 5 } });
    for (const [from, to] of [
      ['2026-03-01T09:00:00+08:00', '2026-03-01T10:00:00+08:00'],
      ['2026-03-10T10:00:00+08:00', '2026-03-10T09:00:00+08:00'],
      ['2026-04-01T09:00:00+08:00', '2026-04-01T10:00:00+08:00'],
    ] as const)
      await expectRefusal(world, 'slot_misplaced', () => administrator.ask(slotRoute, asking(from, to)));
  });

  test('belongs to a service and a desk of the asker’s units', async () => {
    const clinic = await openClinic();
    const { world, administrator, desk, item, west } = clinic;
    const at = (id: string, place: string) => ({
      params: { item: id },
      body: { desk: place, quota: 1, ...times(clinic, 2) },
    });
    const notebook = await addItem(administrator, clinic.id);
    await expectRefusal(world, 'not_found', () => administrator.ask(slotRoute, at(notebook, west.desk)));
    await expectRefusal(world, 'not_found', () => desk.ask(slotRoute, at(item, west.desk)));
    const missing = { params: { item: world.tools.newId(world.now) } };
    await expectRefusal(world, 'not_found', () => desk.ask(slotsRoute, missing));
    const crafted = { params: { item }, query: { cursor: 'x' } };
    await expectRefusal(world, 'cursor_invalid', () => desk.ask(slotsRoute, crafted));
  });

  test('is offered at prices from 0 on, by administrators for their own units', async () => {
    const { world, administrator, id, east, west } = await openClinic();
    await expectRefusal(world, 'price_out_of_range', () => administrator.ask(serviceRoute, serviceOf(id, 601)));
    expect((await administrator.ask(serviceRoute, serviceOf(east.unit, 0))).status).toBe(201);
    expect((await administrator.ask(serviceRoute, serviceOf(west.unit, 5))).status).toBe(201);
    const foreign = serviceOf(world.tools.newId(world.now), 0);
    await expectRefusal(world, 'not_found', () => administrator.ask(serviceRoute, foreign));
  });
});
