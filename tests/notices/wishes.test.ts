/** What a wish says to whoever sent it, claimed it and looks after it; nobody learns who wishes or who gives. */
import { beforeEach, expect, test } from 'vitest';
import { hourMs } from '../hours/squad.ts';
import { type Helpers, type Neighbourhood, openHelpers, openNeighbourhood, signInAs } from '../orders/neighbourhood.ts';
import { everythingStored } from '../teams/school.ts';
import { listedWish, wishFor } from '../wishes/wishing.ts';
import { inboxOf, kindsOf } from './inboxes.ts';

let town: Neighbourhood;
let helpers: Helpers;
beforeEach(async () => {
  town = await openNeighbourhood();
  helpers = await openHelpers(town);
});
const world = () => town.district.world;
const minuteMs = 60_000;
const dayMs = 24 * hourMs;

test('from the list to the thanks, each hears of what concerns them', async () => {
  const step = async <Done>(act: Promise<Done>): Promise<Done> => {
    const done = await act;
    await world().settle();
    world().now += minuteMs;
    return done;
  };
  const wish = await step(listedWish(town));
  const params = { wish };
  await step(helpers.leader.must('POST /api/wishes/{wish}/claim', { params, body: {} }));
  await step(town.desk.must('POST /api/wishes/{wish}/receipt', { params, body: {} }));
  const proof = { proof: 'signature' as const, note: '本人签收' };
  await step(town.desk.must('POST /api/wishes/{wish}/hand-over', { params, body: proof }));
  await step(town.resident.must('POST /api/wishes/{wish}/thanks', { params, body: { phrases: ['thank_you'] } }));
  const at = (hours: number) => new Date(world().now + hours * hourMs).toISOString();
  const served = { volunteers: helpers.adults, from: at(-1), to: at(0) };
  await step(helpers.leader.must('POST /api/wishes/{wish}/delivery', { params, body: served }));
  expect(await kindsOf(town.resident)).toEqual(['wish_listed', 'wish_claimed', 'wish_granted']);
  expect(await kindsOf(helpers.leader)).toEqual(['wish_received', 'wish_granted', 'wish_thanked']);
  expect(await kindsOf(town.desk)).toEqual(['wish_to_moderate', 'wish_claimed', 'wish_to_thank', 'wish_delivered']);
  const all = [...(await inboxOf(town.resident)), ...(await inboxOf(helpers.leader)), ...(await inboxOf(town.desk))];
  expect(JSON.stringify(all)).not.toMatch(/李奶奶|138[0*]{4}|柳荫|青荷队|保温杯/);
});

test('a wish that is turned down is told with no way to switch that off', async () => {
  const { id: wish } = await wishFor(town);
  const body = { decision: 'turn_down' as const, reason: '已经有补助' };
  await town.desk.must('POST /api/wishes/{wish}/moderation', { params: { wish }, body });
  await world().settle();
  expect(await kindsOf(town.resident)).toEqual(['wish_turned_down']);
  const { items } = await town.resident.must('GET /api/me/notice-switches', {});
  expect(items).toContainEqual({ kind: 'wish_turned_down', on: true, always: true });
});

test('a wish taken off by the community is told to the resident; whoever takes it back alone knows', async () => {
  const own = await listedWish(town);
  await town.resident.must('POST /api/wishes/{wish}/withdrawal', { params: { wish: own }, body: {} });
  await world().settle();
  expect(await kindsOf(town.resident)).toEqual(['wish_listed']);
  const wish = await listedWish(town);
  await town.desk.must('POST /api/wishes/{wish}/withdrawal', { params: { wish }, body: {} });
  await world().settle();
  expect(await kindsOf(town.resident)).toEqual(['wish_listed', 'wish_listed', 'wish_withdrawn']);
});

test('a claim is spoken of a day before its lock ends, and when it has ended', async () => {
  const [adult = ''] = helpers.adults;
  const giver = await signInAs(town, adult);
  const wish = await listedWish(town);
  await giver.must('POST /api/wishes/{wish}/claim', { params: { wish }, body: {} });
  await world().settle();
  const signIn = () => signInAs(town, adult);
  world().now += 6 * dayMs - minuteMs;
  await world().tick();
  expect(await kindsOf(await signIn())).toEqual([]);
  world().now += 2 * minuteMs;
  await world().tick();
  const warned = await inboxOf(await signIn());
  expect(warned).toMatchObject([{ kind: 'wish_claim_ending', facts: { wish, until: '2026-03-09' } }]);
  world().now += dayMs;
  await world().tick();
  expect(await kindsOf(await signIn())).toEqual(['wish_claim_ending', 'wish_claim_ended']);
});

test('a wish that nobody claimed in its thirty days comes to the desk', async () => {
  const wish = await listedWish(town);
  await world().settle();
  world().now += 31 * dayMs;
  await world().tick();
  const told = (await everythingStored(world())).filter(({ kind }) => kind === 'wish_to_review');
  expect(told).toMatchObject([{ facts: { wish } }]);
});
