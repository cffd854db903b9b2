/** The shifts somebody may join come a week at a time; a fuller week comes in fewer days, and none is left out. */
import { expect, test } from 'vitest';
import { addDays, shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Pupil } from '../teams/school.ts';
import { activityAsk, dayMs, hourMs, iso, joinTeam, minuteMs, openStage, type Stage, shiftStart } from './stage.ts';

const tomorrow = shanghaiDay(shiftStart - dayMs);
const lookFrom = ({ client }: Pupil, from: string) => client.must('GET /api/open-shifts', { query: { from } });
const publishAll = async ({ leader }: Stage, when: Partial<Parameters<typeof activityAsk>[0]>) =>
  (await leader.must('POST /api/activities', { body: activityAsk(when) })).shifts.map(({ id }) => id);

test('a week that all fits comes at once, and the next begins seven days later', async () => {
  const stage = await openStage();
  const pupil = await joinTeam(stage);
  const shifts = await publishAll(stage, {});
  const { items, later } = await lookFrom(pupil, tomorrow);
  expect(items.map(({ id }) => id)).toEqual(shifts);
  expect(later).toBe(addDays(tomorrow, 7));
});

test('of a week with more shifts than one answer holds, the days that were read whole come first', async () => {
  const stage = await openStage();
  const pupil = await joinTeam(stage);
  const spans = ['06', '09', '12', '15'].map((hour) => ({ from: `${hour}:00`, to: `${hour}:40` }));
  const duty = {
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    spans,
    first: tomorrow,
    last: addDays(tomorrow, 6),
    schoolDays: false,
  };
  const published: string[] = [];
  for (let count = 0; count < 8; count++) published.push(...(await publishAll(stage, { duty })));
  const first = await lookFrom(pupil, tomorrow);
  expect(first.later).toBe(addDays(tomorrow, 6));
  expect(first.items).toHaveLength(6 * 32);
  const second = await lookFrom(pupil, first.later ?? '');
  expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(published.sort());
});

test('one day is never cut, however full it is', async () => {
  const stage = await openStage();
  const pupil = await joinTeam(stage);
  const published: string[] = [];
  for (let count = 0; count < 11; count++) {
    const shifts = Array.from({ length: 20 }, (_, at) => {
      const from = shiftStart - 6 * hourMs + (count * 20 + at) * minuteMs;
      return { from: iso(from), to: iso(from + hourMs) };
    });
    published.push(...(await publishAll(stage, { shifts })));
  }
  const day = shanghaiDay(shiftStart);
  const { items, later } = await lookFrom(pupil, day);
  expect(items.map(({ id }) => id).sort()).toEqual(published.sort());
  expect(later).toBe(addDays(day, 1));
});
