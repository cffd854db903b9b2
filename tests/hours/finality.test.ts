import { describe, expect, test } from 'vitest';
import { readBalance } from '../../functions/ledger/index.ts';
import { OutcomeUnknown, type Store } from '../../functions/platform/store/port.ts';
import { makeWorld } from '../harness.ts';
import { expectRefusal, openDistrict, welcome } from '../teams/school.ts';
import {
  addMember,
  approveAll,
  confirmAll,
  dayMs,
  hourMs,
  openSquad,
  outcomes,
  recordShift,
  recordsOf,
  type Squad,
} from './squad.ts';

async function approved(squad: Squad, minutes = 120, accompanied = false): Promise<string> {
  const shift = await recordShift(squad, { minutes, accompanied });
  await confirmAll(squad, shift);
  await approveAll(squad, shift);
  await squad.district.world.settle();
  return shift;
}
const balance = ({ district }: Squad, volunteer = '') => readBalance(district.world.tools, district.id, volunteer);
const publicityEnd = Date.parse('2026-03-09T16:00:00Z');

describe('finality', () => {
  test('§6.1 finality: it comes at the end of publicity and not a second before', async () => {
    const squad = await openSquad({ members: 1 });
    const { world } = squad.district;
    await approved(squad);
    world.now = publicityEnd - 1000;
    expect(await world.tick()).toMatchObject({ final: 0 });
    expect(await balance(squad, squad.members[0])).toMatchObject({ points: 0, minutes: 0, seq: 0 });
    world.now = publicityEnd;
    expect(await world.tick()).toMatchObject({ final: 1 });
    expect(await balance(squad, squad.members[0])).toMatchObject({
      points: 20,
      minutes: 120,
      seq: 1,
      lots: { 20270831: 20 },
      minutesByStage: { junior: 120 },
      minutesByYear: { 2025: 120 },
    });
  });

  test('is posted once although the clock runs twice, at the same moment and later', async () => {
    const squad = await openSquad({ members: 3 });
    const { world } = squad.district;
    await approved(squad);
    world.now = publicityEnd + hourMs;
    const ran = await Promise.all([world.tick(), world.tick()]);
    await world.tick();
    world.now += 3 * dayMs;
    await world.tick();
    expect(ran.some(({ final }) => final > 0)).toBe(true);
    for (const member of squad.members) expect(await balance(squad, member)).toMatchObject({ points: 20, seq: 1 });
  });

  test('waits for no clock where the district asks for no publicity', async () => {
    const district = await openDistrict();
    const { administrator } = district;
    const body = { key: 'publicity_working_days', value: 0, from: '2026-03-02' } as const;
    await administrator.must('POST /api/rules', { body });
    const squad = await openSquad({ members: 1, district });
    const shift = await recordShift(squad, { from: district.world.now - hourMs, minutes: 30 });
    await confirmAll(squad, shift);
    await approveAll(squad, shift);
    expect((await recordsOf(squad, shift))[0]?.state).toBe('final');
    expect(await balance(squad, squad.members[0])).toMatchObject({ points: 5, minutes: 30, seq: 1 });
    await district.world.tick();
    expect(await balance(squad, squad.members[0])).toMatchObject({ seq: 1 });
  });

  test('goes on where the clock stood still for a month', async () => {
    const squad = await openSquad({ members: 1 });
    const { world } = squad.district;
    await world.tick();
    await approved(squad);
    world.now += 30 * dayMs;
    expect(await world.tick()).toMatchObject({ final: 1 });
  });

  test('a stamp becomes final and posts nothing', async () => {
    const squad = await openSquad({ members: 0 });
    const child = await addMember(squad, { birthDate: '2016-05-01', consented: true });
    const shift = await approved(squad, 120, true);
    const { world } = squad.district;
    world.now = publicityEnd;
    await world.tick();
    await squad.signIn();
    expect((await recordsOf(squad, shift))[0]).toMatchObject({ state: 'final', credit: 'stamp' });
    expect(await balance(squad, child)).toMatchObject({ seq: 0 });
  });

  test('an approval cut off after any store call is repaired by asking again, and final once', async () => {
    for (let cutAfter = 0; cutAfter < 12; cutAfter++) {
      const faults = { callsLeft: Number.POSITIVE_INFINITY };
      const squad = await openSquad({
        members: 2,
        district: await openDistrict(makeWorld((store) => cutting(store, faults))),
      });
      const { world } = squad.district;
      const shift = await recordShift(squad);
      await confirmAll(squad, shift);
      faults.callsLeft = cutAfter;
      await squad.approver.ask('POST /api/shifts/{shift}/approval', { params: { shift }, body: {} });
      faults.callsLeft = Number.POSITIVE_INFINITY;
      expect(outcomes(await approveAll(squad, shift))).toEqual(['done', 'done']);
      world.now = publicityEnd;
      await world.tick();
      for (const member of squad.members) expect(await balance(squad, member)).toMatchObject({ points: 20, seq: 1 });
    }
  });
});

/** A store that after some calls answers no more, though what was asked of it may have happened. */
function cutting(store: Store, faults: { callsLeft: number }): Store {
  const orCut = async <T>(work: () => Promise<T>): Promise<T> => {
    if (faults.callsLeft-- > 0) return work();
    throw new OutcomeUnknown();
  };
  return {
    get: (keys) => orCut(() => store.get(keys)),
    query: (query) => orCut(() => store.query(query)),
    transact: (operation, writes) => orCut(() => store.transact(operation, writes)),
    scan: (scan) => store.scan(scan),
  };
}

describe('my records', () => {
  test('come newest first and page by page, each with its state, and refuse a made-up cursor', async () => {
    const district = await openDistrict();
    const pupil = await welcome(district, district.east);
    const squad = await openSquad({ members: 0, district });
    const body = { volunteers: [pupil.id] };
    await squad.leader.must('POST /api/teams/{team}/members', { params: { team: squad.team }, body });
    squad.members.push(pupil.id);
    const first = await recordShift(squad, { from: district.world.now - 5 * hourMs, minutes: 60 });
    const second = await recordShift(squad, { from: district.world.now - 3 * hourMs, minutes: 60 });
    await confirmAll(squad, second);
    const page = await pupil.client.must('GET /api/me/records', { query: { limit: 1 } });
    expect(page.items).toMatchObject([{ shift: second, state: 'confirmed', name: '路口引导' }]);
    const next = await pupil.client.must('GET /api/me/records', { query: { limit: 1, cursor: page.next } });
    expect(next.items).toMatchObject([{ shift: first, state: 'recorded' }]);
    const refused = await pupil.client.ask('GET /api/me/records', { query: { cursor: 'made.up' } });
    expect(refused.body).toMatchObject({ code: 'cursor_invalid' });
  });
});

describe('publicity', () => {
  test('shows masked names, counts those under fourteen by class, and ends with finality', async () => {
    const squad = await openSquad({ members: 1 });
    await addMember(squad, { birthDate: '2013-01-01', consented: true, name: '王小丫' });
    await addMember(squad, { birthDate: '2013-01-01', consented: true, name: '李小四' });
    await approved(squad);
    const { world, east } = squad.district;
    const shown = await world.client().must('GET /api/publicity/{school}', { params: { school: east.code } });
    expect(shown.items).toMatchObject([
      {
        name: '路口引导',
        day: '2026-03-02',
        until: '2026-03-09T16:00:00.000Z',
        people: [{ name: '张*明', minutes: 120 }],
        classes: [{ people: 2, minutes: 240 }],
      },
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/小丫|小四/);
    world.now = publicityEnd;
    const after = await world.client().must('GET /api/publicity/{school}', { params: { school: east.code } });
    expect(after.items).toEqual([]);
  });

  test('an unknown school is not found, and a foreign cursor refused', async () => {
    const { world, east } = await openDistrict();
    const client = world.client();
    await expectRefusal(world, 'not_found', () =>
      client.ask('GET /api/publicity/{school}', { params: { school: '999999' } }),
    );
    const query = { cursor: 'x.y' };
    await expectRefusal(world, 'cursor_invalid', () =>
      client.ask('GET /api/publicity/{school}', { params: { school: east.code }, query }),
    );
  });
});
