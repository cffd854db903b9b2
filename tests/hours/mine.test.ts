/** A pupil follows the own hours: GET /api/me/records/{shift}, GET /api/me/waiting and where entries come from. */
import { describe, expect, test } from 'vitest';
import { expectRefusal, type Pupil, welcome } from '../teams/school.ts';
import { approveAll, confirmAll, hourMs, openSquad, recordShift, type Squad, setRule } from './squad.ts';

async function openWithPupil(): Promise<{ squad: Squad; pupil: Pupil }> {
  const squad = await openSquad({ members: 0 });
  const pupil = await welcome(squad.district, squad.district.east);
  const body = { volunteers: [pupil.id] };
  await squad.leader.must('POST /api/teams/{team}/members', { params: { team: squad.team }, body });
  squad.members.push(pupil.id);
  return { squad, pupil };
}
const follow = ({ client }: Pupil, shift: string) => client.must('GET /api/me/records/{shift}', { params: { shift } });
const waiting = ({ client }: Pupil) => client.must('GET /api/me/waiting', {});
const iso = (at: number) => new Date(at).toISOString();

describe('one of my records', () => {
  test('tells each step with its time, and whom it waits for, by role', async () => {
    const { squad, pupil } = await openWithPupil();
    const { world } = squad.district;
    const start = world.now;
    const shift = await recordShift(squad);
    expect(await follow(pupil, shift)).toMatchObject({ name: '路口引导', state: 'recorded', waitsFor: 'leader' });
    world.now += 60_000;
    await confirmAll(squad, shift);
    expect(await follow(pupil, shift)).toMatchObject({ waitsFor: 'approver' });
    world.now += 60_000;
    await approveAll(squad, shift);
    const published = await follow(pupil, shift);
    expect(published).toMatchObject({ waitsFor: 'publicity', dueAt: '2026-03-09T16:00:00.000Z' });
    world.now = Date.parse(published.dueAt ?? '');
    await world.tick();
    await pupil.signIn();
    const { steps, waitsFor } = await follow(pupil, shift);
    expect(steps).toEqual([
      { state: 'recorded', at: iso(start) },
      { state: 'confirmed', at: iso(start + 60_000) },
      { state: 'published', at: iso(start + 120_000) },
      { state: 'final', at: published.dueAt },
    ]);
    expect(waitsFor).toBeUndefined();
  });

  test('says in the list too whom it waits for, since when and how late that is, as it does alone', async () => {
    const { squad, pupil } = await openWithPupil();
    const { world } = squad.district;
    const shift = await recordShift(squad);
    const since = iso(world.now);
    const listed = async () => (await pupil.client.must('GET /api/me/records', {})).items[0];
    expect(await listed()).toMatchObject({ shift, waitsFor: 'leader', since });
    expect((await listed())?.late).toBeUndefined();
    world.now += 30 * 24 * hourMs;
    await pupil.signIn();
    expect(await listed()).toMatchObject({ waitsFor: 'leader', since, late: 'legal' });
    const { waitsFor, since: sinceAlone, late } = await follow(pupil, shift);
    expect({ waitsFor, since: sinceAlone, late }).toEqual({ waitsFor: 'leader', since, late: 'legal' });
  });

  test('sent back it waits for the leader, with the reason, and forgets that it was confirmed', async () => {
    const { squad, pupil } = await openWithPupil();
    const shift = await recordShift(squad);
    await confirmAll(squad, shift);
    const body = { reason: '时间写错了' };
    await squad.approver.must('POST /api/shifts/{shift}/return', { params: { shift }, body });
    const now = iso(squad.district.world.now);
    expect(await follow(pupil, shift)).toMatchObject({
      waitsFor: 'leader',
      reason: '时间写错了',
      steps: [
        { state: 'recorded', at: now },
        { state: 'sent_back', at: now },
        { state: 'confirmed' },
        { state: 'published' },
        { state: 'final' },
      ],
    });
    const [, , confirmed] = (await follow(pupil, shift)).steps;
    expect(confirmed?.at).toBeUndefined();
  });

  test('is not found where I took no part', async () => {
    const { squad, pupil } = await openWithPupil();
    const other = await welcome(squad.district, squad.district.east);
    const shift = await recordShift(squad);
    for (const [asker, asked] of [
      [other, shift],
      [pupil, squad.team],
    ] as const) {
      await expectRefusal(squad.district.world, 'not_found', () =>
        asker.client.ask('GET /api/me/records/{shift}', { params: { shift: asked } }),
      );
    }
  });
});

describe('what is on its way', () => {
  test('is nothing for whoever has not served', async () => {
    const { pupil } = await openWithPupil();
    expect(await waiting(pupil)).toMatchObject({ records: 0, minutes: 0, points: 0 });
  });

  test('§6.2 when: it is told state by state, with the points it will bring, and is posted nowhere', async () => {
    const { squad, pupil } = await openWithPupil();
    const { world } = squad.district;
    await setRule(squad, 'points_minutes_per_day_minor', 120);
    const start = world.now - 3 * hourMs;
    const published = await recordShift(squad, { from: start, minutes: 60 });
    const confirmed = await recordShift(squad, { from: start + hourMs, minutes: 30 });
    await recordShift(squad, { from: start + 1.5 * hourMs, minutes: 60 });
    for (const shift of [published, confirmed]) await confirmAll(squad, shift);
    await approveAll(squad, published);
    // The day's cap of two hours leaves 30 minutes for the last one.
    expect(await waiting(pupil)).toEqual({
      records: 3,
      minutes: 150,
      points: 20,
      items: [
        { state: 'recorded', records: 1, minutes: 60, points: 5 },
        { state: 'confirmed', records: 1, minutes: 30, points: 5 },
        { state: 'published', records: 1, minutes: 60, points: 10 },
      ],
      reserved: { redemptions: 0, points: 0 },
    });
    expect(await pupil.client.must('GET /api/me/balance', {})).toMatchObject({ points: 0, entries: 0 });
  });

  test('is gone from there when it is final, and stands in the statement under its name', async () => {
    const { squad, pupil } = await openWithPupil();
    const { world } = squad.district;
    const shift = await recordShift(squad, { minutes: 30 });
    await confirmAll(squad, shift);
    await approveAll(squad, shift);
    world.now = Date.parse((await follow(pupil, shift)).dueAt ?? '');
    await world.tick();
    await pupil.signIn();
    expect(await waiting(pupil)).toMatchObject({ records: 0, points: 0 });
    expect((await pupil.client.must('GET /api/me/entries', {})).items).toMatchObject([
      { kind: 'service', title: '路口引导', minutes: 30, points: 5, reference: shift },
    ]);
  });
});
