/** Random histories: whatever happened, the streams' counting comes to what counting from zero finds. */
import { describe, expect, test } from 'vitest';
import { type Change, project } from '../../functions/entries/wiring/project.ts';
import { recount } from '../../functions/figures/recount.ts';
import { dayMs, recordShift, type Squad } from '../hours/squad.ts';
import { type Random, seeded } from '../simulation/random.ts';
import { openDistrict, welcome } from '../teams/school.ts';
import { bothCounts, enrolByRoster, openCampus, pupilsOfFourteen } from './campus.ts';

const steps = 40;

async function liveThrough(random: Random, squads: readonly Squad[]): Promise<void> {
  const shifts: { squad: Squad; shift: string; from: number }[] = [];
  for (let step = 0; step < steps; step++) {
    const squad = random.pick(squads);
    const { world, administrator, east } = squad.district;
    const some = squad.members.filter(() => random.chance(0.6));
    const known = shifts.length > 0 ? random.pick(shifts) : undefined;
    const params = { shift: known?.shift ?? '' };
    switch (random.below(7)) {
      case 0:
      case 1: {
        // Each on a day of its own, so that no two shifts overlap.
        const from = world.now - random.between(2, 20) * dayMs - step * 1000;
        const people = some.length > 0 ? some : squad.members;
        shifts.push({
          squad,
          from,
          shift: await recordShift(squad, { from, minutes: random.pick([30, 66, 120]) }, people),
        });
        break;
      }
      case 2:
        await known?.squad.leader.ask('POST /api/shifts/{shift}/confirmation', { params, body: {} });
        break;
      case 3:
        await known?.squad.approver.ask('POST /api/shifts/{shift}/approval', { params, body: {} });
        break;
      case 4:
        await known?.squad.approver.ask('POST /api/shifts/{shift}/return', { params, body: { reason: '时间不对' } });
        break;
      case 5:
        world.now += random.between(1, 5) * dayMs;
        await world.tick();
        for (const each of squads) await each.signIn();
        break;
      default:
        await administrator.ask('POST /api/teams', { body: { unit: east.unit, name: `第${step}队` } });
    }
    if (random.chance(0.3)) await world.settle();
  }
  await squads[0]?.district.world.settle();
}

describe('figures', () => {
  test.each([1, 2, 3])('are exact after any history (seed %i)', async (seed) => {
    const district = await openDistrict();
    const east = await openCampus(4, district);
    const west = await openCampus(3, { ...district, east: district.west, west: district.east });
    await welcome(district, district.east);
    await liveThrough(seeded(seed), [east, west]);
    const { counted, fromZero } = await bothCounts(district);
    expect(fromZero.length).toBeGreaterThan(8);
    expect(counted).toEqual(fromZero);
  });

  test('stay as they are when the streams tell everything again, twice at once and backwards', async () => {
    const squad = await openCampus(4);
    const { world } = squad.district;
    await liveThrough(seeded(4), [squad]);
    const before = await bothCounts(squad.district);
    const told = world.store
      .readChanges(0, 100_000)
      .map(({ sequence, ...change }): Change => ({ ...change, sequence: String(sequence) }));
    const ended = [await project(world.tools, told.toReversed(), world.now)];
    ended.push(...(await Promise.all([project(world.tools, told, world.now), project(world.tools, told, world.now)])));
    expect(ended).toEqual([undefined, undefined, undefined]);
    expect(await bothCounts(squad.district)).toEqual(before);
    expect(before.counted).toEqual(before.fromZero);
  });

  test('a class whose pupils all moved on to another school is counted there and no more here', async () => {
    const district = await openDistrict();
    const lines = pupilsOfFourteen(3);
    await enrolByRoster(district, district.east, lines);
    await enrolByRoster(
      district,
      district.east,
      lines.map((line) => ({ ...line, class: '八(3)班' })),
    );
    const { counted, fromZero } = await bothCounts(district);
    expect(counted).toEqual(fromZero);
    expect(counted.filter((line) => line.includes('volunteers'))).toEqual([`${district.east.unit} volunteers 3`]);
  });

  test('whoever read older rows loses the race against who read newer ones, even if nothing moved since', async () => {
    const { world, id } = await openDistrict();
    const unit = id;
    const counting = (teams: number) => recount(world.tools, id, 'team#x', async () => ({ [unit]: { teams } }));
    await counting(1);
    let slow = 2;
    await recount(world.tools, id, 'team#x', async () => {
      const seen = slow;
      slow = 1;
      if (seen === 2) await counting(1);
      return { [unit]: { teams: seen } };
    });
    expect((await bothCounts({ world, id })).counted).toContain(`${unit} teams 1`);
  });
});
