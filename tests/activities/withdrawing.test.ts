import { describe, expect, test } from 'vitest';
import { partAt } from '../../functions/activities/part-rows.ts';
import type { Pupil } from '../teams/school.ts';
import { dayMs, goTo, hourMs, iso, joinAll, joinTeam, openStage, publish, shiftStart, signUp } from './stage.ts';

const onePlace = { roles: [{ name: '引导员', places: 1 }] };

describe('withdrawing, POST /api/open-shifts/{shift}/withdrawal', () => {
  test('§6.6 free cancel: until a day before, for a duty twelve hours; later a reason is asked for', async () => {
    const stage = await openStage();
    const [one, two] = await joinAll(stage, 2);
    if (!one || !two) throw new Error('Two joined');
    const single = await publish(stage);
    const day = iso(shiftStart + dayMs).slice(0, 10);
    const duty = await publish(stage, {
      duty: {
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        spans: [{ from: '14:00', to: '15:00' }],
        first: day,
        last: day,
        schoolDays: false,
      },
    });
    const freeUntil = async (shift: string) => (await signUp(one, shift)).freeUntil;
    expect(await freeUntil(single)).toBe(iso(shiftStart - 24 * hourMs));
    expect(await freeUntil(duty)).toBe(iso(shiftStart + dayMs - 12 * hourMs));
    const params = { shift: single };
    expect((await one.client.ask('POST /api/open-shifts/{shift}/withdrawal', { params, body: {} })).body).toMatchObject(
      {
        state: 'cancelled',
      },
    );
    expect((await one.client.ask('POST /api/open-shifts/{shift}/withdrawal', { params, body: {} })).body).toMatchObject(
      {
        code: 'sign_up_not_open',
      },
    );
    expect((await two.client.ask('POST /api/open-shifts/{shift}/withdrawal', { params, body: {} })).body).toMatchObject(
      {
        code: 'not_signed_up',
      },
    );
    expect((await two.client.ask('POST /api/open-shifts/{shift}/acceptance', { params, body: {} })).body).toMatchObject(
      {
        code: 'not_signed_up',
      },
    );
    await signUp(two, single);
    await goTo(stage, shiftStart, [one, two]);
    const late = await two.client.ask('POST /api/open-shifts/{shift}/withdrawal', { params, body: { reason: 'ill' } });
    expect(late.body).toMatchObject({ code: 'sign_up_closed' });
    const list = await one.client.must('GET /api/me/sign-ups', { query: {} });
    expect(list).toMatchObject({ absences: 0, items: [{ shift: duty, state: 'signed' }, { state: 'cancelled' }] });
    const cut = await one.client.ask('GET /api/me/sign-ups', { query: { cursor: 'made.up' } });
    expect(cut.body).toMatchObject({ code: 'cursor_invalid' });
  });

  test('a reason is kept only of somebody who withdraws late: before that nobody is to say why', async () => {
    const stage = await openStage();
    const shift = await publish(stage);
    const [early, late] = await joinAll(stage, 2);
    if (!early || !late) throw new Error('Two joined');
    await signUp(early, shift);
    await signUp(late, shift);
    const params = { shift };
    const leave = ({ client }: Pupil, reason?: 'ill') =>
      client.ask('POST /api/open-shifts/{shift}/withdrawal', { params, body: { reason } });
    const reasonOf = async ({ id }: Pupil) => {
      const [row] = await stage.world.store.get([partAt(stage.district.id, shift, id)]);
      return row?.reason;
    };
    expect((await leave(early, 'ill')).body).toMatchObject({ state: 'cancelled' });
    expect(await reasonOf(early)).toBeUndefined();
    await goTo(stage, shiftStart - 23 * hourMs, [late]);
    expect((await leave(late)).body).toMatchObject({ code: 'cancel_reason_missing' });
    expect((await leave(late, 'ill')).body).toMatchObject({ state: 'cancelled' });
    expect(await reasonOf(late)).toBe('ill');
  });

  test('a place cannot be accepted at a shift that was called off', async () => {
    const stage = await openStage();
    const shift = await publish(stage, onePlace);
    const pupil = await joinTeam(stage);
    await signUp(pupil, shift);
    const params = { shift };
    await stage.leader.must('POST /api/activity-shifts/{shift}/cancellation', { params, body: { reason: 'weather' } });
    const said = await pupil.client.ask('POST /api/open-shifts/{shift}/acceptance', { params, body: {} });
    expect(said.body).toMatchObject({ code: 'shift_cancelled' });
  });
});
