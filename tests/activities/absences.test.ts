import { describe, expect, test } from 'vitest';
import { volunteerAt, volunteerRow } from '../../functions/volunteers/rows.ts';
import { setRule } from '../hours/squad.ts';
import {
  codeOf,
  dayMs,
  goTo,
  hourMs,
  iso,
  joinTeam,
  note,
  openStage,
  publish,
  type Stage,
  signUp,
  stateOf,
} from './stage.ts';

describe('absences, and what they mean for POST /api/open-shifts/{shift}/sign-up', () => {
  /** Lets shifts go by to which somebody signed up and did not come. */
  async function missed(stage: Stage, times: number, person: string) {
    const shifts: string[] = [];
    for (let count = 0; count < times; count++) {
      const from = stage.world.now + hourMs;
      const shift = await publish(stage, { shifts: [{ from: iso(from), to: iso(from + hourMs) }] });
      const body = { volunteers: [person] };
      await stage.leader.must('POST /api/activity-shifts/{shift}/sign-ups', { params: { shift }, body });
      await goTo(stage, from + 2 * hourMs);
      await stage.world.tick();
      shifts.push(shift);
    }
    return shifts;
  }

  test('§6.6 no-show: noted once, excused for three working days, and counted by school year', async () => {
    const stage = await openStage();
    const pupil = await joinTeam(stage);
    const [shift = ''] = await missed(stage, 1, pupil.id);
    await stage.world.tick();
    expect(await stateOf(stage, shift, pupil.id)).toBe('absent');
    await pupil.signIn();
    const mine = await pupil.client.must('GET /api/me/sign-ups', { query: {} });
    expect(mine.absences).toBe(1);
    const body = { volunteers: [pupil.id], reason: '发烧' };
    const excuse = () => stage.leader.must('POST /api/activity-shifts/{shift}/excuses', { params: { shift }, body });
    expect(await excuse()).toMatchObject({ items: [{ outcome: 'done', state: 'excused' }] });
    expect(await excuse()).toMatchObject({ items: [{ outcome: 'done', state: 'excused' }] });
    expect((await pupil.client.must('GET /api/me/sign-ups', { query: {} })).absences).toBe(0);
    const [second = ''] = await missed(stage, 1, pupil.id);
    await goTo(stage, stage.world.now + 4 * dayMs);
    const late = await stage.leader.must('POST /api/activity-shifts/{shift}/excuses', {
      params: { shift: second },
      body,
    });
    expect(late.items).toMatchObject([{ outcome: 'excuse_too_late' }]);
  });

  test('§6.6 consequence: three make a pupil’s next sign-up a question to the leader', async () => {
    const stage = await openStage();
    const pupil = await joinTeam(stage);
    await missed(stage, 3, pupil.id);
    await pupil.signIn();
    const from = stage.world.now + dayMs;
    const time = { shifts: [{ from: iso(from), to: iso(from + hourMs) }] };
    const shift = await publish(stage, time);
    expect(await signUp(pupil, shift)).toMatchObject({ state: 'asked' });
    const answer = (decision: 'admit' | 'decline', which = shift) =>
      stage.leader.must('POST /api/activity-shifts/{shift}/requests', {
        params: { shift: which },
        body: { volunteers: [pupil.id], decision },
      });
    expect(await answer('admit')).toMatchObject({ items: [{ state: 'signed' }] });
    expect(await answer('admit')).toMatchObject({ items: [{ outcome: 'sign_up_not_open' }] });
    const other = await publish(stage, {
      shifts: [{ from: iso(from + 2 * hourMs), to: iso(from + 3 * hourMs) }],
    });
    await signUp(pupil, other);
    expect(await answer('decline', other)).toMatchObject({ items: [{ state: 'declined' }] });
  });

  test('§6.6 consequence: five pause a grown person’s sign-ups for ninety days', async () => {
    const stage = await openStage();
    const pupil = await joinTeam(stage);
    const { world, district } = stage;
    const grown = volunteerRow(district.id, world.tools.vault, {
      id: pupil.id,
      ver: 1,
      school: district.east.unit,
      class: `${district.east.unit}-junior-2023-2`,
      personal: { name: '张小明', number: '1', birthDate: '2000-01-01' },
      status: 'active',
    });
    await world.store.transact(`AGE#${pupil.id}`, [{ ...volunteerAt(district.id, pupil.id), put: grown }]);
    await setRule(stage.squad, 'absences_before_pause', 1);
    await missed(stage, 1, pupil.id);
    await pupil.signIn();
    const from = world.now + dayMs;
    const shift = await publish(stage, { shifts: [{ from: iso(from), to: iso(from + hourMs) }] });
    expect(await codeOf(pupil, shift)).toBe('sign_up_paused');
  });

  test('a paper list that says somebody was there takes the absence back', async () => {
    const stage = await openStage();
    const pupil = await joinTeam(stage);
    const [shift = ''] = await missed(stage, 1, pupil.id);
    const said = await note(stage, shift, { what: 'paper', means: 'tick', volunteers: [pupil.id] });
    expect(said.items).toMatchObject([{ outcome: 'done', state: 'out' }]);
    await pupil.signIn();
    expect((await pupil.client.must('GET /api/me/sign-ups', { query: {} })).absences).toBe(0);
  });
});
