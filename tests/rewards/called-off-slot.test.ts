/** POST /api/items/{item}/slots/{slot}/cancellation: a whole time that a partner cannot keep. */
import { describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { appoint, expectRefusal } from '../teams/school.ts';
import {
  book,
  bookRoute,
  type Clinic,
  differences,
  openClinic,
  serviceOf,
  serviceRoute,
  slotRoute,
  slotsRoute,
  times,
  wanted,
} from './clinic.ts';
import { pointsOf, welcomeWith } from './shop.ts';

const route = 'POST /api/items/{item}/slots/{slot}/cancellation';
const handOverRoute = 'POST /api/pick-ups/{code}/hand-over';
const callingOff = ({ item, slot }: Clinic) => ({ params: { item, slot }, body: {} });
/** @returns how many each call cancelled, until one found none */
async function callOff(clinic: Clinic, who: Client): Promise<number[]> {
  const counts: number[] = [];
  for (let more = true; more; ) {
    const said = await who.must(route, callingOff(clinic));
    counts.push(said.cancelled);
    more = said.more;
  }
  return counts;
}

describe('a whole time', () => {
  test('is called off call by call: points come back, who came stays marked, nobody books it any more', async () => {
    const clinic = await openClinic({ quota: 60 });
    const pupils = [];
    for (let count = 0; count < 43; count++) pupils.push(await welcomeWith(clinic, 50));
    const booked = await Promise.all(pupils.map((pupil) => book(clinic, pupil)));
    const [came] = booked;
    await clinic.desk.must(handOverRoute, {
      params: { code: came?.code ?? '' },
      body: { redemption: String(came?.id) },
    });
    expect(await callOff(clinic, clinic.desk)).toEqual([40, 2, 0]);
    const points = await Promise.all(pupils.map(pointsOf));
    expect(points).toEqual([10, ...Array.from({ length: 42 }, () => 50)]);
    const [, pupil] = pupils;
    if (!pupil) throw new Error('Somebody has booked');
    const [shown] = (await pupil.client.must('GET /api/me/redemptions', {})).items;
    expect(shown).toMatchObject({ state: 'cancelled', reason: 'closed' });
    const { items } = await pupil.client.must(slotsRoute, { params: { item: clinic.item } });
    expect(items).toMatchObject([{ calledOff: true }]);
    await expectRefusal(clinic.world, 'slot_over', () => pupil.client.ask(bookRoute, wanted(clinic)));
    expect(await differences(clinic)).toEqual([]);
  }, 60_000);

  test('leaves another time of the same service alone', async () => {
    const clinic = await openClinic();
    const body = { desk: clinic.east.desk, ...times(clinic, 50), quota: 2 };
    const { id: slot } = await clinic.administrator.must(slotRoute, { params: { item: clinic.item }, body });
    const [one, two] = [await welcomeWith(clinic, 50), await welcomeWith(clinic, 50)];
    await book(clinic, one);
    await book({ ...clinic, slot }, two);
    expect(await callOff(clinic, clinic.administrator)).toEqual([1, 0]);
    expect([await pointsOf(one), await pointsOf(two)]).toEqual([50, 10]);
    expect(await differences(clinic)).toEqual([]);
  });

  test('called off by two, while some book and cancel, gives each point back once', async () => {
    const clinic = await openClinic({ quota: 8 });
    const early = [await welcomeWith(clinic, 50), await welcomeWith(clinic, 50), await welcomeWith(clinic, 50)];
    const late = [await welcomeWith(clinic, 50), await welcomeWith(clinic, 50)];
    const booked = await Promise.all(early.map((pupil) => book(clinic, pupil)));
    const cancelling = { params: { redemption: String(booked[0]?.id) }, body: {} };
    await Promise.all([
      callOff(clinic, clinic.desk),
      callOff(clinic, clinic.administrator),
      early[0]?.client.ask('POST /api/redemptions/{redemption}/cancellation', cancelling),
      ...late.map(({ client }) => client.ask(bookRoute, wanted(clinic))),
    ]);
    await callOff(clinic, clinic.desk);
    expect(await Promise.all([...early, ...late].map(pointsOf))).toEqual([50, 50, 50, 50, 50]);
    expect(await differences(clinic)).toEqual([]);
  });

  test('finds a booking that was made too shortly before to be on the desk’s list', async () => {
    let isLate = false;
    const clinic = await openClinic({}, (store) => ({
      ...store,
      async query(asked) {
        if (!isLate || asked.index !== 'byDesk') return store.query(asked);
        isLate = false;
        return { items: [] };
      },
    }));
    const pupil = await welcomeWith(clinic, 50);
    await book(clinic, pupil);
    isLate = true;
    expect(await callOff(clinic, clinic.desk)).toEqual([0, 1, 0]);
    expect(await pointsOf(pupil)).toBe(50);
  });

  test('is called off by those who keep its desk, and only a time of that service', async () => {
    const clinic = await openClinic();
    const { world, administrator, west } = clinic;
    await book(clinic, await welcomeWith(clinic, 50));
    const foreign = await appoint(clinic, 'desk', west.desk);
    await expectRefusal(world, 'not_found', () => foreign.ask(route, callingOff(clinic)));
    const { id: item } = await administrator.must(serviceRoute, serviceOf(clinic.id, 10));
    await expectRefusal(world, 'not_found', () => clinic.desk.ask(route, callingOff({ ...clinic, item })));
  });
});
