/**
 * A pupil moves to a school of another district by the same three yeses: hours and stars arrive once, as a record with
 * the name of who issued it; points and everything written stay behind, and the books of both districts add up.
 */
import { describe, expect, test } from 'vitest';
import { readBalance } from '../../functions/ledger/index.ts';
import { heldLevel, starsHeldAt } from '../../functions/rewards/index.ts';
import { auditStore } from '../../scripts/audit/audit-store.ts';
import type { Client } from '../../scripts/local/client.ts';
import { expectRefusal } from '../teams/school.ts';
import { csv, pupil } from '../volunteers/lines.ts';
import {
  appointAdministrator,
  eastName,
  importRoster,
  openSchools,
  type Schools,
  westName,
} from '../volunteers/schools.ts';
import { acceptMove, type Moving, openMoving, proposeMove } from './move-stage.ts';

interface Abroad extends Moving {
  readonly there: Schools;
  readonly thereStaff: Client;
}

/** The new school is the west one of another district. @param birthDate of a nine-year-old unless said */
async function openAbroad(birthDate?: string): Promise<Abroad> {
  const moving = await openMoving(birthDate);
  const there = await openSchools(moving.world, '白石区');
  const thereStaff = await appointAdministrator(there, there.west);
  await importRoster(there, there.administrator, there.west, csv([pupil(7)]));
  const units = (await there.administrator.must('GET /api/units', {})).items;
  const code = units.find(({ id }) => id === there.west)?.code ?? '';
  return { ...moving, there, thereStaff, westStaff: thereStaff, code };
}

const seenThere = async ({ there, thereStaff }: Abroad, number = '20269001') => {
  const { items } = await thereStaff.must('GET /api/volunteers', { query: { unit: there.west, q: number } });
  const [found] = items;
  return found && thereStaff.must('GET /api/volunteers/{volunteer}', { params: { volunteer: found.id } });
};
/** What the audit finds in both districts: roots of the books and faults. */
const audit = async ({ world }: Abroad) => {
  await world.settle();
  return auditStore(world.store);
};

describe('a move to another district', () => {
  test('is seen and accepted by the new school, and carries hours as a record, once', async () => {
    const moving = await openAbroad();
    const { there, thereStaff, eastStaff, east, pupil: id, world, district } = moving;
    const [wallet, audited] = [await readBalance(world.tools, district, id), await audit(moving)];
    expect(wallet).toMatchObject({ minutes: 120 });
    const proposed = await proposeMove(moving);
    expect(proposed.body).toMatchObject({ toOtherDistrict: true, to: { name: `白石区 ${westName}` } });
    const listed = await thereStaff.must('GET /api/moves', { query: { unit: there.west } });
    expect(listed.items).toMatchObject([
      { name: pupil(1).name, from: { name: `清溪区 ${eastName}` }, mayAccept: true },
    ]);
    expect((await acceptMove(moving)).body).toMatchObject({ state: 'open', accepted: true });
    expect(await seenThere(moving)).toBeUndefined();
    expect((await acceptMove(moving, '20269001', '2026-03-01')).body).toMatchObject({ state: 'done' });
    await expectRefusal(world, 'move_closed', () => acceptMove(moving, '20269002', '2026-03-01'));
    const arrived = await seenThere(moving);
    expect(arrived).toMatchObject({
      name: pupil(1).name,
      consent: 'missing',
      brought: [{ from: `清溪区 ${eastName}`, minutes: 120, stars: [] }],
    });
    expect(arrived?.id).not.toBe(id);
    expect(await readBalance(world.tools, there.district, arrived?.id ?? '')).toMatchObject({ minutes: 0, points: 0 });
    expect(await readBalance(world.tools, district, id)).toEqual(wallet);
    const { items } = await eastStaff.must('GET /api/schools/{school}/leavers', { params: { school: east } });
    expect(items).toMatchObject([{ id, sealed: 120, minutes: 120 }]);
    expect((await thereStaff.must('GET /api/moves', { query: { unit: there.west } })).items).toEqual([]);
    const after = await audit(moving);
    expect(after.districts).toEqual(expect.arrayContaining([...audited.districts]));
    const arrivals = after.districts.find((one) => one.district === there.district);
    expect(arrivals).toMatchObject({ entries: 0, wallets: 0, violations: [] });
  });

  test('brings the levels that were reached: none of them gives a second gift', async () => {
    const moving = await openAbroad();
    const { world, district, there, pupil: id } = moving;
    const held = { primary: 2, national: 1 };
    const row = { ver: 1, lateMinutes: {}, ratingSum: 0, ratingCount: 0, held };
    await world.store.transact('STARS', [{ ...starsHeldAt(district, id), put: { v: 1, ...row } }]);
    await proposeMove(moving, '2026-03-01');
    await acceptMove(moving);
    const arrived = await seenThere(moving);
    expect(arrived?.brought[0]?.stars).toContainEqual({ scheme: 'primary', level: 2 });
    const [stars] = await world.store.get([starsHeldAt(there.district, arrived?.id ?? '')]);
    expect([heldLevel(stars, 'primary'), heldLevel(stars, 'national')]).toEqual([2, 1]);
  });

  test('waits for the yes of who may say it: at home, by the sign-in that is there', async () => {
    const moving = await openAbroad('2011-05-01');
    await proposeMove(moving);
    await acceptMove(moving);
    const { client } = moving;
    expect(await client.must('GET /api/me/move', {})).toMatchObject({
      move: { mayConsent: true, toOtherDistrict: true },
    });
    await client.must('POST /api/me/move/consent', { body: {} });
    expect(await seenThere(moving)).toMatchObject({ brought: [{ minutes: 120 }] });
    expect((await moving.client.must('GET /api/me/move', {})).move?.state).toBe('done');
  });

  test('is called off by the new school, and is nothing to any other school there', async () => {
    const moving = await openAbroad();
    const { there, world, pupil: volunteer } = moving;
    await proposeMove(moving, '2026-03-01');
    const stranger = await appointAdministrator(there, there.east);
    await expectRefusal(world, 'not_found', () => acceptMove({ ...moving, westStaff: stranger }));
    await expectRefusal(world, 'number_taken', () => acceptMove(moving, pupil(7).number));
    await expectRefusal(world, 'not_found', () => acceptMove({ ...moving, westStaff: moving.eastStaff }));
    const params = { volunteer };
    const body = { answer: '学位已满' };
    const off = await moving.thereStaff.must('POST /api/moves/{volunteer}/calling-off', { params, body });
    expect(off).toMatchObject({ state: 'called_off' });
    await expectRefusal(world, 'move_closed', () => acceptMove(moving));
    expect(await seenThere(moving)).toBeUndefined();
  });

  test('tells both schools, each in its own district', async () => {
    const moving = await openAbroad();
    await proposeMove(moving, '2026-03-01');
    await moving.world.settle();
    const told = await moving.thereStaff.must('GET /api/me/notices', {});
    expect(told.items.map(({ kind }) => kind)).toContain('move_proposed');
    await acceptMove(moving);
    await moving.world.settle();
    const { items } = await moving.eastStaff.must('GET /api/me/notices', {});
    const done = items.find(({ kind }) => kind === 'move_done');
    // The sentence says that points stay.
    expect(done?.facts).toMatchObject({ reason: 'district' });
  });
});
