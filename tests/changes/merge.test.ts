/** POST /api/merges: two registrations of one person become one, by two people, with all that was served. */
import { describe, expect, test } from 'vitest';
import { readBalance } from '../../functions/ledger/index.ts';
import { auditStore } from '../../scripts/audit/audit-store.ts';
import { confirmAll, outcomes, recordShift } from '../hours/squad.ts';
import { earn } from '../rewards/shop.ts';
import { csv, pupil } from '../volunteers/lines.ts';
import { appointAdministrator, classesOf, importRoster, openSchools, pupilsOf } from '../volunteers/schools.ts';
import { buy, corrected, eight, entriesOf, openSmallShop, walletOf } from './affair.ts';
import { inDebt } from './debt.ts';
import { mergeNow, openTwice, preview, separateNow, servedBy, type Twice } from './merge-stage.ts';

const otherWallet = ({ district: { world, id }, other }: Twice) => readBalance(world.tools, id, other.id);

/** What an audit of everything stored finds wrong. */
const violations = async ({ district: { world } }: Twice) =>
  (await auditStore(world.store)).districts.flatMap((audited) => audited.violations);

describe('a preview of a merge', () => {
  test('shows what each registration holds, and what the one that goes on will hold', async () => {
    const twice = await openTwice();
    await servedBy(twice, twice.pupil.id, 60);
    await servedBy(twice, twice.other.id, 120, 1);
    await earn(twice.district, twice.other.id, 5);
    expect(await preview(twice)).toMatchObject({
      kept: { id: twice.pupil.id, records: 1, minutes: 60, points: 10, teams: ['青荷队'] },
      merged: { id: twice.other.id, records: 1, minutes: 120, points: 25, debt: 0, activated: true },
      after: { minutes: 180, points: 35, debt: 0 },
      overlaps: [],
      obstacles: [],
    });
  });
});

describe('an approved merge', () => {
  test('carries minutes, points and debt over, lot by lot, in entries that sum to nothing', async () => {
    const twice = await openTwice();
    await servedBy(twice, twice.pupil.id, 60);
    await servedBy(twice, twice.other.id, 120, 1);
    await earn(twice.district, twice.other.id, 5, '20260831');
    await inDebt({ ...twice, pupil: { ...twice.other } }, 40);
    const before = await otherWallet(twice);
    expect(before).toMatchObject({ points: 0, debt: 15 });
    await earn(twice.district, twice.other.id, 30, '20260831');
    const holding = await otherWallet(twice);
    expect(await mergeNow(twice)).toMatchObject({ kind: 'merge', state: 'approved', merge: { mayUndo: true } });
    expect(await otherWallet(twice)).toMatchObject({ points: 0, debt: 0, minutes: 0, lots: {} });
    expect(await walletOf(twice)).toMatchObject({
      points: 10 + holding.points,
      debt: holding.debt,
      minutes: 180,
      minutesByStage: { junior: 180 },
      minutesByYear: { 2025: 180 },
      lots: { ...holding.lots, 20270831: 10 + (holding.lots['20270831'] ?? 0) },
    });
    expect(await entriesOf(twice)).toMatchObject([{ kind: 'merge', points: holding.points, minutes: 120 }, {}]);
  });

  test('lists the services of both, so that the total is the sum of what is listed', async () => {
    const twice = await openTwice();
    await servedBy(twice, twice.pupil.id, 60);
    const shift = await servedBy(twice, twice.other.id, 120, 1);
    await mergeNow(twice);
    const { client } = twice.pupil;
    const { items } = await client.must('GET /api/me/records', {});
    expect(items.map(({ minutes }) => minutes)).toEqual([60, 120]);
    expect(await client.must('GET /api/me/balance', {})).toMatchObject({ minutes: 180 });
    expect(await client.must('GET /api/me/records/{shift}', { params: { shift } })).toMatchObject({ minutes: 120 });
  });

  test('ends the sign-in and the sessions of the registration that ends, and leaves the other as it was', async () => {
    const twice = await openTwice();
    await mergeNow(twice);
    expect((await twice.other.client.ask('GET /api/me/balance', {})).body).toMatchObject({ code: 'sign_in_needed' });
    await expect(twice.other.signIn()).rejects.toThrow();
    await twice.pupil.client.must('GET /api/me/balance', {});
  });

  test('takes the registration off the class list and out of search; a roster with its number is told so', async () => {
    const schools = await openSchools();
    const { east, administrator } = schools;
    await importRoster(schools, administrator, east, csv([pupil(1), pupil(2), pupil(3)]));
    const first = await appointAdministrator(schools, east);
    const [{ id: className } = { id: '' }] = await classesOf(first, east);
    const [one, other] = await pupilsOf(first, className);
    const body = { kept: one?.id ?? '', merged: other?.id ?? '', reason: '重复登记' };
    const { id: change } = await first.must('POST /api/merges', { body });
    const decide = (id: string) =>
      administrator.must('POST /api/changes/{change}/decision', { params: { change: id }, body: { approved: true } });
    await decide(change);
    expect((await pupilsOf(first, className)).map(({ id }) => id)).not.toContain(other?.id);
    const found = await first.must('GET /api/volunteers', { query: { unit: east, q: other?.number ?? '' } });
    expect(found.items).toEqual([]);
    const job = await importRoster(schools, administrator, east, csv([pupil(1), pupil(2), pupil(3)]));
    expect(job.counts.conflict).toBe(1);
    const undo = await first.must('POST /api/merges/{change}/undo', { params: { change }, body: { reason: '两个人' } });
    await decide(undo.id);
    expect((await pupilsOf(first, className)).map(({ id }) => id)).toContain(other?.id);
  });

  test('lets what becomes final or is corrected later reach the one that goes on', async () => {
    const twice = await openTwice();
    const shift = await servedBy(twice, twice.other.id, 120);
    await mergeNow(twice);
    await corrected({ ...twice, pupil: twice.other }, shift, 60);
    expect(await walletOf(twice)).toMatchObject({ points: 10, minutes: 60, debt: 0 });
    expect(await otherWallet(twice)).toMatchObject({ points: 0, minutes: 0, debt: 0 });
  });

  test('keeps times taken: the one that goes on cannot serve again where the other did', async () => {
    const twice = await openTwice();
    await servedBy(twice, twice.other.id, 120);
    await mergeNow(twice);
    const shift = await recordShift(twice, { minutes: 60, from: eight }, [twice.pupil.id]);
    expect(outcomes(await confirmAll(twice, shift))).toEqual(['time_overlap']);
  });
});

describe('a merge that is taken back', () => {
  test('gives each its own again, and what was spent meanwhile is owed', async () => {
    const twice = await openTwice();
    await servedBy(twice, twice.pupil.id, 60);
    await servedBy(twice, twice.other.id, 60, 1);
    const item = await openSmallShop(twice);
    const { id } = await mergeNow(twice);
    await buy(twice, item);
    const said = await separateNow(twice, id);
    expect(said).toMatchObject({ kind: 'separation', state: 'approved', effect: { points: -10, debt: 0 } });
    expect(await walletOf(twice)).toMatchObject({ points: 0, debt: 0, minutes: 60, minutesByStage: { junior: 60 } });
    expect(await otherWallet(twice)).toMatchObject({ points: 10, debt: 0, minutes: 60, lots: { 20270831: 10 } });
    await twice.other.signIn();
    await servedBy(twice, twice.other.id, 60, 2);
    expect(await otherWallet(twice)).toMatchObject({ points: 20, minutes: 120 });
  });

  test('owes what both had and one spent', async () => {
    const twice = await openTwice();
    await servedBy(twice, twice.other.id, 60);
    const item = await openSmallShop(twice);
    const { id } = await mergeNow(twice);
    await buy(twice, item);
    expect(await separateNow(twice, id)).toMatchObject({ effect: { points: 0, debt: 10 } });
    expect(await walletOf(twice)).toMatchObject({ points: 0, debt: 10, minutes: 0 });
    expect(await otherWallet(twice)).toMatchObject({ points: 10, debt: 0, minutes: 60 });
  });

  test('leaves corrections made meanwhile with the one whose service was corrected', async () => {
    const twice = await openTwice();
    await servedBy(twice, twice.pupil.id, 60);
    const shift = await servedBy(twice, twice.other.id, 120, 1);
    const { id } = await mergeNow(twice);
    await corrected({ ...twice, pupil: twice.other }, shift, 60);
    await twice.district.world.settle();
    expect(await violations(twice)).toEqual([]);
    await separateNow(twice, id);
    expect(await violations(twice)).toEqual([]);
    expect(await walletOf(twice)).toMatchObject({ points: 10, minutes: 60, debt: 0 });
    expect(await otherWallet(twice)).toMatchObject({ points: 10, minutes: 60, debt: 0 });
  });

  test('can be merged again', async () => {
    const twice = await openTwice();
    await servedBy(twice, twice.other.id, 60);
    await separateNow(twice, (await mergeNow(twice)).id);
    await mergeNow(twice);
    expect(await walletOf(twice)).toMatchObject({ points: 10, minutes: 60 });
  });
});
