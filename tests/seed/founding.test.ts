import { expect, test } from 'vitest';
import { firstSunday, playFounding } from '../../scripts/local/founding.ts';
import { expectedFigures, foundingSize } from '../../scripts/local/founding-size.ts';
import { makeWorld } from '../harness.ts';

test('the founding case is 90 teams, 9,000 volunteers online and 30,000 offline, and 70,000 hours', () => {
  expect(expectedFigures(foundingSize)).toEqual({
    teams: 90,
    volunteers: { online: 9000, offline: 30_000 },
    minutes: 70_000 * 60,
  });
});

test('a small founding case, played through the application, ends with exact figures', async () => {
  const world = makeWorld();
  world.now = firstSunday;
  const small = { schools: 3, classes: 3, pupilsPerClass: 3, onlineClasses: 1, sundaysOfTeams: [2, 1] };
  const size = { ...foundingSize, ...small };
  expect(await playFounding(world, size, () => undefined)).toMatchObject(expectedFigures(size));
}, 30_000);
