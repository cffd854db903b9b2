/** What else goes along with a registration that is merged: visits, claims, and teams, however many there are. */
import { describe, expect, test } from 'vitest';
import { type Change, project } from '../../functions/entries/wiring/project.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { joiningWrite } from '../../functions/teams/rows.ts';
import { wishAt, wishOf, wishWrite } from '../../functions/wishes/rows.ts';
import { hourMs, iso } from '../activities/stage.ts';
import { openNeighbourhood, orderAsk } from '../orders/neighbourhood.ts';
import { everythingStored } from '../teams/school.ts';
import { listedWish } from '../wishes/wishing.ts';
import { decide, mergeNow, openTwice, propose, separateNow } from './merge-stage.ts';

describe('orders and wishes', () => {
  test('a visit is the other registration’s, in its record too, and its own again when it is taken back', async () => {
    const twice = await openTwice();
    const { pupil, other, leader, district } = twice;
    const town = await openNeighbourhood(district);
    const profile = { takes: true, skills: ['tutoring' as const], slots: [], loadMax: 5 };
    await leader.must('PUT /api/team-orders/profile', { body: profile });
    const at = (hours: number) => iso(district.world.now + hours * hourMs);
    const body = orderAsk({ kind: 'tutoring', from: at(24), to: at(26) });
    const { id: order } = await town.resident.must('POST /api/orders', { body });
    const params = { order };
    await town.desk.must('POST /api/orders/{order}/triage', { params, body: { decision: 'pass' } });
    await leader.must('POST /api/orders/{order}/acceptance', { params, body: {} });
    await leader.must('PUT /api/orders/{order}/members', { params, body: { volunteers: [other.id] } });
    const { id } = await mergeNow(twice);
    const visitsOf = async (one: typeof pupil) =>
      (await one.client.must('GET /api/me/visits', {})).items.map(({ members }) => members);
    expect(await visitsOf(pupil)).toEqual([[pupil.id]]);
    expect((await pupil.client.must('GET /api/me/data', {})).visits).toMatchObject([{ state: 'accepted' }]);
    await separateNow(twice, id);
    await other.signIn();
    expect(await visitsOf(pupil)).toEqual([]);
    expect(await visitsOf(other)).toEqual([[other.id]]);
  });

  test('a claim is the other registration’s, and its own again when it is taken back', async () => {
    const twice = await openTwice();
    const { pupil, other, district } = twice;
    const { world, id: place } = district;
    const wish = await listedWish(await openNeighbourhood(district));
    const [row] = await world.store.get([wishAt(place, wish)]);
    if (!row) throw new Error('A wish is gone');
    const listed = wishOf(row);
    const claimed = { ...listed, state: 'claimed', claimer: { kind: 'person', id: other.id } } as const;
    await world.store.transact('CLAIM', [wishWrite(claimed, listed.rev)]);
    const claimsOf = async ({ client }: typeof pupil) => (await client.must('GET /api/me/claims', {})).items;
    const { id } = await mergeNow(twice);
    expect(await claimsOf(pupil)).toMatchObject([{ id: wish, mine: true }]);
    expect((await pupil.client.must('GET /api/me/data', {})).claims).toMatchObject([{ item: '保温杯' }]);
    await separateNow(twice, id);
    await other.signIn();
    expect(await claimsOf(pupil)).toEqual([]);
    expect(await claimsOf(other)).toMatchObject([{ id: wish }]);
  });
});

describe('a merge', () => {
  test('of somebody in a hundred and twenty teams is made; the teams follow, each once', async () => {
    const twice = await openTwice();
    const { pupil, other, district } = twice;
    const { world, administrator, east, id } = district;
    const teams: string[] = [];
    for (let count = 0; count < 120; count++) {
      const body = { unit: east.unit, name: `第${count}队` };
      teams.push((await administrator.must('POST /api/teams', { body })).id);
    }
    for (const team of teams) await world.store.transact(`JOIN#${team}`, [joiningWrite(id, team, other.id, world.now)]);
    await mergeNow(twice);
    const mine = await pupil.client.must('GET /api/me', {});
    expect(mine.teams).toHaveLength(121);
    const told = world.store
      .readChanges(0, 100_000)
      .map(({ sequence, ...change }): Change => ({ ...change, sequence: String(sequence), at: world.now }))
      .filter(({ table }) => table === 'Volunteers');
    const members = async () =>
      (await everythingStored(world)).filter(({ sk }) => sk === 'TEAM' || sk.startsWith('M#'));
    const before = await members();
    expect(await project(world.tools, told, world.now)).toBeUndefined();
    expect(await members()).toEqual(before);
  });

  test('decided twice at the same moment is decided once, and both hear the same', async () => {
    const twins = happening();
    const twice = await openTwice(twins.wrap);
    const { id } = await propose(twice);
    let first: unknown;
    twins.beforePair(async () => {
      first = (await decide(twice.second, id)).body;
    });
    const second = await decide(twice.second, id);
    expect(second.body).toMatchObject({ state: 'approved', merge: { mayUndo: true } });
    expect(second.body).toEqual(first);
  });
});

/** A store in which something happens once, just before two people are next read together. */
function happening() {
  let pending: (() => Promise<unknown>) | undefined;
  const wrap = (store: Store): Store => ({
    ...store,
    async get(keys) {
      const isPair = keys.length === 2 && keys.every(({ key }) => key.sk === 'V');
      const act = isPair ? pending : undefined;
      if (act) {
        pending = undefined;
        await act();
      }
      return store.get(keys);
    },
  });
  const beforePair = (act: () => Promise<unknown>) => {
    pending = act;
  };
  return { wrap, beforePair };
}
