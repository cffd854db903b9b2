/** A school’s own rules hold for its records however they are made and changed; another school’s stay as they were. */
import { describe, expect, test } from 'vitest';
import { goTo, iso, note, openStage, publish, record, roomy, shiftStart, signUpAll } from '../activities/stage.ts';
import { corrected, openAffair, served } from '../changes/affair.ts';
import { fromWest, principal, stricter } from '../district/stricter.ts';
import { openFamily, paper } from '../guardians/family.ts';
import { schoolMorning } from '../harness.ts';
import { openDistrict } from '../teams/school.ts';
import {
  addMember,
  confirmAll,
  dayMs,
  hourMs,
  openSquad,
  recordShift,
  recordsOf,
  type Squad,
  shiftAsk,
} from './squad.ts';

const minuteMs = 60_000;
const minutesOf = async (squad: Squad, shift: string) => (await recordsOf(squad, shift)).map(({ minutes }) => minutes);

/** A squad of either school with one pupil each, and who sets the first school's rules. */
async function openSquads() {
  const district = await openDistrict();
  const here = await openSquad({ members: 1, district });
  const there = await openSquad({ members: 1, district: fromWest(district) });
  return { district, here, there, school: await principal(district) };
}

test('records made from attendance are counted by the rules of the team’s school', async () => {
  const east = await openStage();
  const { district, world } = east;
  const squad = await openSquad({ members: 0, district: fromWest(district) });
  const west = { squad, world, district: squad.district, leader: squad.leader, team: squad.team };
  await stricter(await principal(district), district.east, 'session_minutes_min', 60, '2026-03-04');
  const both = [];
  for (const stage of [east, west]) {
    const shift = await publish(stage, roomy);
    const one = await addMember(stage.squad);
    await signUpAll(stage, shift, [one]);
    both.push({ stage, shift, volunteers: [one] });
  }
  for (const [at, what] of [
    [shiftStart, 'in'],
    [shiftStart + 30 * minuteMs, 'out'],
  ] as const)
    for (const { stage, shift, volunteers } of both) {
      await goTo(stage, at);
      await stage.squad.signIn();
      await note(stage, shift, { what, means: 'tick', volunteers });
    }
  await goTo(east, shiftStart + dayMs);
  for (const { stage, shift } of both) {
    await stage.squad.signIn();
    expect((await record(stage, shift)).status).toBe(200);
  }
  expect(await Promise.all(both.map(({ stage, shift }) => minutesOf(stage.squad, shift)))).toEqual([[0], [30]]);
});

describe('whom a shift left out for want of a consent', () => {
  async function leftOut() {
    const { district, here, school } = await openSquads();
    const family = await openFamily(['2014-10-01'], district);
    const [child = { id: '' }] = family.children;
    const joining = { params: { team: here.team }, body: { volunteers: [child.id] } };
    await paper(family, family.children);
    await district.administrator.must('POST /api/teams/{team}/members', joining);
    const params = { volunteer: child.id };
    await district.administrator.must('POST /api/volunteers/{volunteer}/consent/withdrawal', {
      params,
      body: { on: '2026-03-02' },
    });
    const { shift } = await here.leader.must('POST /api/shifts', {
      body: shiftAsk({ minutes: 45 }, [...here.members, child.id]),
    });
    await paper(family, family.children);
    const add = async () =>
      (await here.leader.must('POST /api/shifts/{shift}/late-records', { params: { shift: shift.id }, body: {} }))
        .items;
    return { district, here, school, child, shift: shift.id, add };
  }

  test('is added later under the school’s own numbers', async () => {
    const { district, here, school, child, shift, add } = await leftOut();
    await stricter(school, district.east, 'session_minutes_min', 60);
    expect(await add()).toEqual([{ id: child.id, outcome: 'done' }]);
    const records = await recordsOf(here, shift);
    expect(records.find(({ volunteer }) => volunteer === child.id)).toMatchObject({ minutes: 0 });
  });

  test('is added for as many days as the school allows', async () => {
    const { district, here, school, child, shift, add } = await leftOut();
    await stricter(school, district.east, 'late_consent_days', 1);
    district.world.now += 2 * dayMs;
    await here.signIn();
    expect(await add()).toEqual([]);
    const params = { shift };
    const asked = { params, body: { volunteers: [child.id] } };
    const { items } = await here.leader.must('POST /api/shifts/{shift}/late-records', asked);
    expect(items).toMatchObject([{ outcome: 'shift_too_old' }]);
  });
});

test('a record that is amended is counted again by the school’s own numbers', async () => {
  const { district, here, there, school } = await openSquads();
  await stricter(school, district.east, 'session_minutes_min', 60);
  const [from, to] = [schoolMorning - 3 * hourMs, schoolMorning - 3 * hourMs + 30 * minuteMs];
  const amended = async (squad: Squad) => {
    const params = { shift: await recordShift(squad), volunteer: squad.members[0] ?? '' };
    const body = { from: iso(from), to: iso(to) };
    return (await squad.leader.must('PUT /api/shifts/{shift}/records/{volunteer}', { params, body })).minutes;
  };
  expect([await amended(here), await amended(there)]).toEqual([0, 30]);
});

test('a final record that is corrected counts what is left by the school’s own numbers', async () => {
  const affair = await openAffair();
  const { district, pupil } = affair;
  await stricter(await principal(district), district.east, 'session_minutes_min', 60, '2026-03-07');
  const shift = await served(affair);
  await corrected(affair, shift, 45);
  const record = await pupil.client.must('GET /api/me/records/{shift}', { params: { shift } });
  expect(record).toMatchObject({ state: 'corrected', minutes: 0, points: 0 });
});

test('a record is late, and its shift in the queue, by the school’s own days', async () => {
  const { district, here, there, school } = await openSquads();
  await stricter(school, district.east, 'alarm_working_days', 3);
  const shifts = [await recordShift(here), await recordShift(there)] as const;
  await confirmAll(here, shifts[0]);
  await confirmAll(there, shifts[1]);
  await district.world.settle();
  district.world.now += 4 * dayMs;
  const late = async (squad: Squad, shift: string) => {
    await squad.signIn();
    const [one] = await recordsOf(squad, shift);
    const unit = squad.district.east.unit;
    const { items } = await squad.approver.must('GET /api/approvals', { query: { unit } });
    const listed = await squad.leader.must('GET /api/shifts', { query: { team: squad.team } });
    return [one?.late, items[0]?.late, listed.items[0]?.late];
  };
  expect(await late(here, shifts[0])).toEqual(['alarm', 'alarm', 'alarm']);
  expect(await late(there, shifts[1])).toEqual([undefined, undefined, undefined]);
});
