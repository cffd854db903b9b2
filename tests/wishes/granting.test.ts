import { beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { dayMs, hourMs, recordShift } from '../hours/squad.ts';
import { kindsOf } from '../notices/inboxes.ts';
import {
  type Helpers,
  type Neighbourhood,
  openHelpers,
  openNeighbourhood,
  signInAgain,
} from '../orders/neighbourhood.ts';
import { expectRefusal } from '../teams/school.ts';
import { listedWish, wishFor } from './wishing.ts';

let town: Neighbourhood;
let helpers: Helpers;
beforeEach(async () => {
  town = await openNeighbourhood();
  helpers = await openHelpers(town);
});
const world = () => town.district.world;
const claim = (client: Client, wish: string, body = {}) =>
  client.ask('POST /api/wishes/{wish}/claim', { params: { wish }, body });

describe('a wish that was claimed and cannot be granted', () => {
  test.each([
    ['claimed', false],
    ['received', true],
  ])('%s: the community takes it off the list, the giver is told, and the next wish may come', async (_, isThere) => {
    const wish = await listedWish(town);
    const params = { wish };
    await claim(helpers.leader, wish);
    if (isThere) await town.desk.must('POST /api/wishes/{wish}/receipt', { params, body: {} });
    world().now += 60_000;
    const review = { params, body: { decision: 'withdraw' as const, reason: '搬走了' } };
    const done = await town.desk.must('POST /api/wishes/{wish}/review', review);
    expect(done).toMatchObject({ state: 'withdrawn', reason: '搬走了' });
    expect(done.claimer).toBeUndefined();
    await world().settle();
    expect(await kindsOf(helpers.leader)).toEqual([...(isThere ? ['wish_received'] : []), 'wish_claim_ended']);
    expect((await helpers.leader.must('GET /api/me/claims', {})).items).toEqual([]);
    expect((await wishFor(town)).state).toBe('collected');
  });

  test('received by mistake: it is listed once more, and others may claim it', async () => {
    const wish = await listedWish(town);
    const params = { wish };
    await claim(helpers.leader, wish);
    await town.desk.must('POST /api/wishes/{wish}/receipt', { params, body: {} });
    await town.desk.must('POST /api/wishes/{wish}/review', { params, body: { decision: 'list' } });
    await world().settle();
    expect(await kindsOf(helpers.leader)).toContain('wish_claim_ended');
    const other = await openHelpers(town);
    expect((await claim(other.leader, wish)).ok).toBe(true);
  });
});

describe('granting', () => {
  const photo = { type: 'image/jpeg' as const, content: Buffer.from('ffd8ff0011', 'hex').toString('base64') };

  async function handedOver(proof = {}) {
    const wish = await listedWish(town);
    await claim(helpers.leader, wish);
    await town.desk.must('POST /api/wishes/{wish}/receipt', { params: { wish }, body: {} });
    const body = { proof: 'signature' as const, note: '本人签收', ...proof };
    await town.desk.must('POST /api/wishes/{wish}/hand-over', { params: { wish }, body });
    return wish;
  }

  test('through staff and with a proof; then it is thanked for in chosen words, without anybody’s name', async () => {
    const wish = await handedOver({ photo });
    const params = { wish };
    const opened = await town.desk.must('GET /api/wishes/{wish}', { params });
    expect(opened).toMatchObject({ state: 'granted', proof: 'signature', proofNote: '本人签收' });
    expect(opened.photo).toContain('/photo');
    expect((await town.desk.ask('GET /api/wishes/{wish}/photo', { params })).ok).toBe(true);
    const thanks = { params, body: { phrases: ['thank_you' as const, 'just_right' as const] } };
    await town.resident.must('POST /api/wishes/{wish}/thanks', thanks);
    const { items } = await helpers.leader.must('GET /api/me/claims', {});
    expect(items).toMatchObject([{ id: wish, state: 'granted', thanks: ['thank_you', 'just_right'], mine: true }]);
    expect(JSON.stringify(items)).not.toMatch(/李奶奶|138[0*]{4}/);
    const { items: own } = await town.resident.must('GET /api/me/wishes', {});
    expect(JSON.stringify(own)).not.toMatch(/青荷队/);
    expect((await wishFor(town)).state).toBe('collected');
  });

  test('§6.1 not hours: POST /api/wishes/{wish}/delivery: carrying it is service, buying it is not', async () => {
    const wish = await handedOver();
    const at = (hours: number) => new Date(world().now + hours * hourMs).toISOString();
    const ask =
      (client: Client, change = {}) =>
      () =>
        client.ask('POST /api/wishes/{wish}/delivery', {
          params: { wish },
          body: { volunteers: helpers.adults, from: at(-1), to: at(0), ...change },
        });
    const other = await openHelpers(town);
    await expectRefusal(world(), 'not_found', ask(other.leader));
    await expectRefusal(world(), 'shift_not_ended', ask(helpers.leader, { to: at(1) }));
    await expectRefusal(world(), 'shift_too_old', ask(helpers.leader, { from: at(-1000), to: at(-999) }));
    await expectRefusal(world(), 'nobody_admissible', ask(helpers.leader, { volunteers: other.adults }));
    const said = await ask(helpers.leader)();
    const { shift } = said.body as { shift: string };
    const { records } = await helpers.leader.must('GET /api/shifts/{shift}', { params: { shift } });
    expect(records).toMatchObject([{ volunteer: helpers.adults[0], minutes: 60 }]);
    await expectRefusal(world(), 'wish_not_open', ask(helpers.leader));
  });

  /** A wish that was handed over nine days ago, and its delivery as it is entered now. */
  async function late() {
    const wish = await handedOver();
    const monday = world().now;
    const at = (hours: number) => new Date(monday + hours * hourMs).toISOString();
    world().now += 9 * dayMs;
    await signInAgain(town, helpers);
    const ask = (makeUpReason?: string) => () =>
      helpers.leader.ask('POST /api/wishes/{wish}/delivery', {
        params: { wish },
        body: { volunteers: helpers.adults, from: at(4), to: at(5), makeUpReason },
      });
    return { monday, ask };
  }

  test('a delivery that is entered late says why', async () => {
    const { ask } = await late();
    await expectRefusal(world(), 'make_up_reason_missing', ask());
    const { shift } = (await ask('领队外出培训')()).body as { shift: string };
    const recorded = await helpers.leader.must('GET /api/shifts/{shift}', { params: { shift } });
    expect(recorded).toMatchObject({ shift: { makeUpReason: '领队外出培训' }, records: [{ grade: 'D' }] });
  });

  test('and not by a team that has entered too much of its month late', async () => {
    helpers = await openHelpers(town, { adults: 5 });
    const { monday, ask } = await late();
    await recordShift(helpers, { from: monday - hourMs, minutes: 180 });
    await world().settle();
    await expectRefusal(world(), 'make_up_share_reached', ask('领队外出培训'));
  });

  test('steps of another community’s wishes are not_found, a team that is none likewise', async () => {
    const wish = await listedWish(town);
    const params = { wish };
    const other = await openNeighbourhood(town.district);
    const asks = [
      () => other.desk.ask('POST /api/wishes/{wish}/receipt', { params, body: {} }),
      () =>
        other.desk.ask('POST /api/wishes/{wish}/hand-over', { params, body: { proof: 'witness', note: '邻居作证' } }),
      () => other.resident.ask('POST /api/wishes/{wish}/thanks', { params, body: { phrases: ['thank_you'] } }),
      () => other.resident.ask('POST /api/wishes/{wish}/withdrawal', { params, body: {} }),
      () => town.desk.ask('GET /api/wishes/{wish}/photo', { params }),
    ];
    for (const ask of asks) await expectRefusal(world(), 'not_found', ask);
    await claim(helpers.leader, wish);
    await town.desk.must('POST /api/wishes/{wish}/receipt', { params, body: {} });
    const body = { proof: 'photo' as const, note: '物品照片', team: wish };
    const ask = () => town.desk.ask('POST /api/wishes/{wish}/hand-over', { params, body });
    await expectRefusal(world(), 'not_found', ask);
  });
});
