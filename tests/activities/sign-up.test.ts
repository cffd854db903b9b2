import { describe, expect, test } from 'vitest';
import type { Write } from '../../functions/platform/store/port.ts';
import { volunteerAt } from '../../functions/volunteers/rows.ts';
import { makeWorld } from '../harness.ts';
import { addMember, addPupil } from '../hours/squad.ts';
import { expectRefusal, type Pupil, welcome } from '../teams/school.ts';
import { interposing } from '../volunteers/interposing-store.ts';
import {
  codeOf,
  goTo,
  hourMs,
  iso,
  joinAll,
  joinTeam,
  minuteMs,
  openStage,
  publish,
  session,
  shiftEnd,
  shiftStart,
  signUp,
} from './stage.ts';

const open = async (pupil: Pupil) =>
  (await pupil.client.must('GET /api/open-shifts', { query: {} })).items.map(({ id }) => id);

describe('who may join, POST /api/open-shifts/{shift}/sign-up', () => {
  test.each([
    ['an age', { conditions: { ageMin: 16 } }, 'age_not_met'],
    ['an upper age', { conditions: { ageMax: 12 } }, 'age_not_met'],
    ['a grade', { conditions: { grades: [7] } }, 'grade_not_met'],
    ['a training', { conditions: { qualifications: ['急救'] } }, 'qualification_missing'],
    ['grown people, because of its risk', { riskLevel: 2, insurance: 'PICC-1' }, 'too_young_for_risk'],
  ])('what needs %s is neither shown to others nor open to them', async (_, more, code) => {
    const stage = await openStage();
    const pupil = await joinTeam(stage);
    const shift = await publish(stage, more);
    expect(await open(pupil)).toEqual([]);
    const look = await pupil.client.ask('GET /api/open-shifts/{shift}', { params: { shift } });
    expect(look.body).toMatchObject({ code: 'not_found' });
    const ask = { params: { shift }, body: {} };
    await expectRefusal(stage.world, code as 'age_not_met', () =>
      pupil.client.ask('POST /api/open-shifts/{shift}/sign-up', ask),
    );
  });

  test('whoever fits sees it: age, grade and a training that a leader has noted', async () => {
    const stage = await openStage();
    const pupil = await joinTeam(stage);
    const conditions = { ageMin: 14, ageMax: 14, grades: [9], qualifications: ['急救'] };
    const shift = await publish(stage, { conditions });
    expect(await open(pupil)).toEqual([]);
    const body = { name: '急救', volunteers: [pupil.id, '0'.repeat(26)] };
    const { items } = await stage.leader.must('POST /api/qualifications', { body });
    expect(items.map(({ outcome }) => outcome)).toEqual(['done', 'not_found']);
    expect(await stage.leader.must('POST /api/qualifications', { body })).toEqual({ items });
    expect(await pupil.client.must('GET /api/me/qualifications', {})).toEqual({ items: ['急救'] });
    expect(await open(pupil)).toEqual([shift]);
    expect(await signUp(pupil, shift)).toMatchObject({ state: 'signed', role: 0 });
  });

  test('a team’s activity is for the team, a unit’s for its whole school; for others it is not there', async () => {
    const stage = await openStage();
    const { district } = stage;
    const classmate = await welcome(district, district.east);
    const foreigner = await welcome(district, district.west);
    const ofTeam = await publish(stage);
    const ofUnit = await publish(stage, { audience: 'unit' });
    expect(await open(classmate)).toEqual([ofUnit]);
    expect(await codeOf(classmate, ofTeam)).toBe('not_found');
    expect(await open(foreigner)).toEqual([]);
    expect(await codeOf(foreigner, ofUnit)).toBe('not_found');
    expect(await codeOf(foreigner, '0'.repeat(26))).toBe('not_found');
  });

  test('withdrawing the consent closes every activity at once', async () => {
    const stage = await openStage();
    const shift = await publish(stage);
    const child = await addMember(stage.squad, { birthDate: '2013-05-01' });
    const { items } = await stage.leader.must('POST /api/activity-shifts/{shift}/sign-ups', {
      params: { shift },
      body: { volunteers: [child] },
    });
    expect(items).toMatchObject([{ outcome: 'consent_missing' }]);
  });

  test('where a guardian has to come along, the child cannot sign up alone', async () => {
    const stage = await openStage();
    const shift = await publish(stage, { accompanied: true });
    const child = await addMember(stage.squad, { birthDate: '2013-05-01', consented: true });
    const { items } = await stage.leader.must('POST /api/activity-shifts/{shift}/sign-ups', {
      params: { shift },
      body: { volunteers: [child] },
    });
    expect(items).toMatchObject([{ outcome: 'guardian_must_come' }]);
  });

  test('two shifts that share a minute cannot both be promised; one may begin when the other ends', async () => {
    const stage = await openStage();
    const pupil = await joinTeam(stage);
    const first = await publish(stage);
    const touching = await publish(stage, { shifts: [{ from: iso(shiftEnd), to: iso(shiftEnd + hourMs) }] });
    const sharing = await publish(stage, { shifts: [{ from: iso(shiftEnd - minuteMs), to: iso(shiftEnd + hourMs) }] });
    await signUp(pupil, first);
    expect(await codeOf(pupil, sharing)).toBe('sign_up_overlap');
    expect(await codeOf(pupil, touching)).toBe('signed');
    expect(await codeOf(pupil, first)).toBe('sign_up_not_open');
  });

  test('after the start nobody signs up any more', async () => {
    const stage = await openStage();
    const pupil = await joinTeam(stage);
    const shift = await publish(stage);
    await goTo(stage, shiftStart, [pupil]);
    expect(await codeOf(pupil, shift)).toBe('sign_up_closed');
  });

  test('each role has its own places and its own queue', async () => {
    const stage = await openStage();
    const roles = [
      { name: '保洁员', places: 1 },
      { name: '宣讲员', places: 1 },
    ];
    const shift = await publish(stage, { roles });
    const [one, two, three] = await joinAll(stage, 3);
    if (!one || !two || !three) throw new Error('Three pupils joined');
    expect(await signUp(one, shift, 0)).toMatchObject({ state: 'signed' });
    expect(await signUp(two, shift, 1)).toMatchObject({ state: 'signed' });
    expect(await signUp(three, shift, 1)).toMatchObject({ state: 'waiting', position: 1 });
    expect(await session(stage, shift)).toMatchObject({ roles: [{ free: 0 }, { free: 0 }] });
  });
});

describe('a leader’s list, POST /api/activity-shifts/{shift}/sign-ups', () => {
  test('signs up pupils without phones, each with an own result, and a repeat changes nothing', async () => {
    const stage = await openStage();
    const shift = await publish(stage);
    const [one, two, three] = [
      await addMember(stage.squad),
      await addMember(stage.squad),
      await addMember(stage.squad),
    ];
    const stranger = await addPupil(stage.district);
    const ask = { params: { shift }, body: { volunteers: [one, two, three, stranger] } };
    const { items } = await stage.leader.must('POST /api/activity-shifts/{shift}/sign-ups', ask);
    expect(items.map(({ outcome, state }) => state ?? outcome).sort()).toEqual(
      ['signed', 'signed', 'waiting', 'person_not_eligible'].sort(),
    );
    const again = await stage.leader.must('POST /api/activity-shifts/{shift}/sign-ups', ask);
    expect(again).toEqual({ items });
  });

  test('whose registration ends at the moment of signing up takes no place', async () => {
    const { wrap, interpose } = interposing();
    const stage = await openStage(makeWorld(wrap));
    const { world, district } = stage;
    const shift = await publish(stage);
    const [one, two] = [await addMember(stage.squad), await joinTeam(stage)];
    const end = (id: string) =>
      world.store.transact('END', [
        { ...volunteerAt(district.id, id), update: { set: { status: 'merged' }, add: { ver: 1 } } },
      ]);
    const isPart = (id: string) => (write: Write) =>
      write.table === 'Activities' && JSON.stringify(write.key).includes(id);
    interpose(isPart(one), () => end(one));
    const ask = { params: { shift }, body: { volunteers: [one] } };
    const { items } = await stage.leader.must('POST /api/activity-shifts/{shift}/sign-ups', ask);
    expect(items).toMatchObject([{ id: one, outcome: 'person_not_eligible' }]);
    interpose(isPart(two.id), () => end(two.id));
    const said = await two.client.ask('POST /api/open-shifts/{shift}/sign-up', { params: { shift }, body: {} });
    expect(said.body).toMatchObject({ code: 'not_found' });
  });
});
