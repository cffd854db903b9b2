/** Services booked by time, POST /api/redemptions: each place given once, cancelled in time, marked by the desk. */
import { describe, expect, test } from 'vitest';
import { expectRefusal } from '../teams/school.ts';
import { book, bookRoute, differences, hourMs, openClinic, placesLeft, times, wanted } from './clinic.ts';
import { setRule } from './served.ts';
import { addItem, pointsOf, stock, welcomeWith } from './shop.ts';

const cancelRoute = 'POST /api/redemptions/{redemption}/cancellation';
const missedRoute = 'POST /api/pick-ups/{code}/missed';

describe('a service', () => {
  test('is shown in the shop with its partner, place and last day, and booked for a time', async () => {
    const clinic = await openClinic();
    const pupil = await welcomeWith(clinic, 100);
    const { items } = await pupil.client.must('GET /api/items', {});
    const service = { partner: '区人民医院', place: '门诊三楼', validUntil: '2026-03-31' };
    expect(items.find(({ id }) => id === clinic.item)).toMatchObject({ kind: 'service', service, stock: [] });
    const booked = await book(clinic, pupil);
    expect(booked.slot).toEqual(times(clinic, 48));
    expect((await pupil.client.must('GET /api/me/redemptions', {})).items).toMatchObject([{ slot: booked.slot }]);
    expect(await pointsOf(pupil)).toBe(60);
    expect(await placesLeft(clinic, pupil)).toEqual([1]);
    expect(await differences(clinic)).toEqual([]);
  });

  test('may cost no points, and then counts as one of those that wait', async () => {
    const clinic = await openClinic({ price: 0 });
    const pupil = await welcomeWith(clinic, 0);
    expect(await book(clinic, pupil)).toMatchObject({ price: 0, state: 'reserved' });
    expect(await differences(clinic)).toEqual([]);
  });

  test('has its last place given to exactly one of those who ask together', async () => {
    const clinic = await openClinic({ quota: 1 });
    const pupils = await Promise.all(Array.from({ length: 6 }, () => welcomeWith(clinic, 50)));
    const said = await Promise.all(pupils.map(({ client }) => client.ask(bookRoute, wanted(clinic))));
    const codes = said.map(({ ok, body }) => (ok || !('code' in body) ? 'done' : body.code));
    expect(codes.toSorted()).toEqual(['done', ...Array.from({ length: 5 }, () => 'sold_out')]);
    const [pupil] = pupils;
    expect(pupil && (await placesLeft(clinic, pupil))).toEqual([0]);
    expect(await differences(clinic)).toEqual([]);
  });

  test('is for those who have its stars, and is not booked without a time or at another desk', async () => {
    const clinic = await openClinic({ starMin: 1 });
    const { world, west } = clinic;
    const { client } = await welcomeWith(clinic, 100);
    await expectRefusal(world, 'item_not_for_you', () => client.ask(bookRoute, wanted(clinic)));
    const { slot: _, ...timeless } = wanted(clinic).body;
    await expectRefusal(world, 'not_found', () => client.ask(bookRoute, { body: timeless }));
    const elsewhere = { body: { ...wanted(clinic).body, desk: west.desk } };
    await expectRefusal(world, 'not_found', () => client.ask(bookRoute, elsewhere));
    const notebook = await addItem(clinic.administrator, clinic.id);
    await stock(clinic.administrator, notebook, clinic.east.desk, 1);
    const crafted = { body: { ...wanted(clinic).body, item: notebook } };
    await expectRefusal(world, 'not_found', () => client.ask(bookRoute, crafted));
  });

  test('is not booked any more once its time has begun', async () => {
    const clinic = await openClinic({ inHours: 0.1 });
    const pupil = await welcomeWith(clinic, 100);
    clinic.world.now += 0.1 * hourMs;
    await pupil.signIn();
    await expectRefusal(clinic.world, 'slot_over', () => pupil.client.ask(bookRoute, wanted(clinic)));
  });
});

describe('a booking', () => {
  test('is cancelled until a day before, which frees the place and brings the points back', async () => {
    const clinic = await openClinic({ quota: 1 });
    const pupil = await welcomeWith(clinic, 100);
    const { id: redemption } = await book(clinic, pupil);
    clinic.world.now += 23 * hourMs;
    await pupil.signIn();
    await pupil.client.must(cancelRoute, { params: { redemption }, body: {} });
    expect(await pointsOf(pupil)).toBe(100);
    expect(await placesLeft(clinic, pupil)).toEqual([1]);
    expect(await differences(clinic)).toEqual([]);
  });

  test('cannot be cancelled later than the district allows', async () => {
    const clinic = await openClinic();
    const pupil = await welcomeWith(clinic, 100);
    const { id: redemption } = await book(clinic, pupil);
    clinic.world.now += 25 * hourMs;
    await pupil.signIn();
    const asked = { params: { redemption }, body: {} };
    await expectRefusal(clinic.world, 'cancel_too_late', () => pupil.client.ask(cancelRoute, asked));
  });

  test('can be cancelled until as late as the district allows', async () => {
    const clinic = await openClinic({ inHours: 0.5 });
    await setRule(clinic.administrator, 'booking_cancel_hours', 0);
    const pupil = await welcomeWith(clinic, 100);
    const { id: redemption } = await book(clinic, pupil);
    clinic.world.now += 0.2 * hourMs;
    await pupil.client.must(cancelRoute, { params: { redemption }, body: {} });
    expect(await placesLeft(clinic, pupil)).toEqual([2]);
  });

  test('is marked at the desk: came, once', async () => {
    const clinic = await openClinic();
    const { id, code = '' } = await book(clinic, await welcomeWith(clinic, 100));
    const [waiting] = (await clinic.desk.must('GET /api/pick-ups', {})).items;
    expect(waiting).toMatchObject({ id, slot: times(clinic, 48) });
    const asked = { params: { code }, body: { redemption: id } };
    expect(await clinic.desk.must('POST /api/pick-ups/{code}/hand-over', asked)).toMatchObject({
      state: 'handed_over',
    });
    await expectRefusal(clinic.world, 'redemption_not_open', () => clinic.desk.ask(missedRoute, asked));
    expect(await differences(clinic)).toEqual([]);
  });

  test('is marked at the desk: did not come, and then place and points are gone', async () => {
    const clinic = await openClinic({ inHours: 0.1 });
    const pupil = await welcomeWith(clinic, 100);
    const { id, code = '' } = await book(clinic, pupil);
    const asked = { params: { code }, body: { redemption: id } };
    await expectRefusal(clinic.world, 'slot_not_begun', () => clinic.desk.ask(missedRoute, asked));
    clinic.world.now += 0.1 * hourMs;
    expect(await clinic.desk.must(missedRoute, asked)).toMatchObject({ state: 'missed' });
    expect(await pointsOf(pupil)).toBe(60);
    expect(await placesLeft(clinic, pupil)).toEqual([1]);
    const wrong = { params: { code: '00000000' }, body: { redemption: id } };
    await expectRefusal(clinic.world, 'not_found', () => clinic.desk.ask(missedRoute, wrong));
    expect(await differences(clinic)).toEqual([]);
  });

  test('that nobody marked comes back by itself, each once', async () => {
    const clinic = await openClinic();
    const pupil = await welcomeWith(clinic, 100);
    await book(clinic, pupil);
    clinic.world.now += 17 * 24 * hourMs;
    await clinic.world.tick();
    await pupil.signIn();
    expect(await pointsOf(pupil)).toBe(100);
    expect(await differences(clinic)).toEqual([]);
  });

  test('is told at once and again the day before', async () => {
    const clinic = await openClinic();
    const pupil = await welcomeWith(clinic, 100);
    await book(clinic, pupil);
    await clinic.world.settle();
    clinic.world.now += 24 * hourMs;
    await clinic.world.tick();
    await pupil.signIn();
    const { items } = await pupil.client.must('GET /api/me/notices', {});
    expect(items.map(({ kind }) => kind)).toEqual(['booking_soon', 'booking_made']);
  });
});
