/** Of a child without consent staff read the name on the roster and where consent is given, and in no other list. */
import { describe, expect, test } from 'vitest';
import { volunteerAt, volunteerOf, volunteerRow } from '../../functions/volunteers/rows.ts';
import { ask, openDesk } from '../certificates/desk.ts';
import { openAffair, propose, served } from '../changes/affair.ts';
import { found } from '../changes/finding-stage.ts';
import { openTwice, propose as proposeMerge } from '../changes/merge-stage.ts';
import { openGifts, starred } from '../rewards/gift-stage.ts';
import { openShop, redeem, welcomeWith } from '../rewards/shop.ts';
import type { District } from '../teams/school.ts';

const masked = '张*明';

/** The guardian has said no on paper; the roster's row is what the school read before. */
const takeBack = ({ administrator }: District, volunteer: string) =>
  administrator.must('POST /api/volunteers/{volunteer}/consent/withdrawal', {
    params: { volunteer },
    body: { on: '2026-01-01' },
  });

/** A child of twelve of whom nobody has said anything. */
async function makeYoung({ world, id }: District, volunteer: string) {
  const at = volunteerAt(id, volunteer);
  const [row] = await world.store.get([at]);
  const before = volunteerOf(id, world.tools.vault, volunteer, row);
  if (!before) throw new Error('Nobody is there');
  const put = volunteerRow(id, world.tools.vault, {
    ...before,
    personal: { ...before.personal, birthDate: '2013-10-01' },
  });
  await world.store.transact('YOUNG', [{ ...at, put }]);
}

describe('a child without consent has no name', () => {
  test('among objections: GET /api/objections', async () => {
    const affair = await openAffair();
    const { administrator, east } = affair.district;
    await administrator.must('POST /api/rules', {
      body: { key: 'publicity_working_days', value: 5, from: '2026-03-07' },
    });
    const shift = await served(affair);
    const said = { params: { shift }, body: { reason: 'not_there' } } as const;
    await affair.pupil.client.must('POST /api/me/records/{shift}/objection', said);
    const person = async () =>
      (await administrator.must('GET /api/objections', { query: { unit: east.unit } })).items.map((one) => one.person);
    expect(await person()).toEqual(['张小明']);
    await takeBack(affair.district, affair.pupil.id);
    expect(await person()).toEqual([masked]);
  });

  test('among changes, proposed or decided: GET /api/changes', async () => {
    const affair = await openAffair();
    const { east } = affair.district;
    await found(affair, 'volunteer');
    const { id } = await propose(affair, await served(affair, 60), 30);
    const names = async (state: 'open' | 'closed') =>
      (await affair.first.must('GET /api/changes', { query: { unit: east.unit, state } })).items.map((one) => one.name);
    expect(await names('open')).toEqual(['张小明']);
    await takeBack(affair.district, affair.pupil.id);
    expect(await names('open')).toEqual([masked]);
    expect(await names('closed')).toEqual([masked, masked]);
    expect(await affair.second.must('GET /api/changes/{change}', { params: { change: id } })).toMatchObject({
      name: masked,
      mayDecide: true,
    });
  });

  test('in a merge, neither the one that goes on nor the one that ends, which has no number either', async () => {
    const twice = await openTwice();
    const { id } = await proposeMerge(twice);
    await makeYoung(twice.district, twice.other.id);
    await takeBack(twice.district, twice.pupil.id);
    const shown = await twice.second.must('GET /api/changes/{change}', { params: { change: id } });
    expect(shown).toMatchObject({ name: masked, merge: { name: masked, number: '' } });
  });

  test('among certificates: GET /api/certificates, and the one to decide on', async () => {
    const desk = await openDesk();
    const { approver, unit, district, pupil } = desk;
    const asked = await ask(desk, unit);
    await takeBack(district, pupil.id);
    const { items } = await approver.must('GET /api/certificates', { query: { unit } });
    expect(items).toMatchObject([{ id: asked.id, name: masked }]);
    const params = { volunteer: asked.volunteer, certificate: asked.id };
    const one = await approver.must('GET /api/volunteers/{volunteer}/certificates/{certificate}', { params });
    expect(one.name).toBe(masked);
  });

  test('at the desk: by the code, in both lists and at the fair', async () => {
    const shop = await openShop();
    const { desk } = shop;
    const [first, second] = [await welcomeWith(shop, 100), await welcomeWith(shop, 100)];
    const waiting = await redeem(shop, first);
    const handed = await redeem(shop, second);
    const code = (one: { code?: string }) => ({ code: one.code ?? '' });
    await desk.must('POST /api/pick-ups/{code}/hand-over', { params: code(handed), body: { redemption: handed.id } });
    for (const { id } of [first, second]) await takeBack(shop, id);
    const people = ({ items }: { items: readonly { person: string }[] }) => items.map(({ person }) => person);
    expect((await desk.must('GET /api/pick-ups/{code}', { params: code(waiting) })).person).toBe('*明');
    expect(people(await desk.must('GET /api/pick-ups', {}))).toEqual(['*明']);
    expect(people(await desk.must('GET /api/pick-ups/closed', {}))).toEqual(['*明']);
    expect(people(await desk.must('GET /api/fair', {}))).toEqual(['*明']);
  });

  test('among the gifts that wait: GET /api/gifts', async () => {
    const gifts = await openGifts();
    const pupil = await starred(gifts);
    await takeBack(gifts, pupil.id);
    expect((await gifts.keeper.must('GET /api/gifts', {})).items).toMatchObject([{ person: '*明' }]);
  });
});
