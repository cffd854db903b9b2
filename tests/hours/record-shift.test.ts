import { describe, expect, test } from 'vitest';
import { schoolMorning } from '../harness.ts';
import { everythingStored, expectRefusal } from '../teams/school.ts';
import { addMember, addPupil, dayMs, hourMs, openSquad, recordShift, recordsOf, shiftAsk } from './squad.ts';

describe('recording a shift', () => {
  test('records everybody named, with minutes rounded down to six and grade C', async () => {
    const squad = await openSquad({ members: 3 });
    const shift = await recordShift(squad, { minutes: 100 });
    const records = await recordsOf(squad, shift);
    expect(records).toHaveLength(3);
    for (const record of records)
      expect(record).toMatchObject({ state: 'recorded', minutes: 96, grade: 'C', credit: 'hours' });
  });

  test('§6.1 storage unit: the server counts whole minutes, whatever a client says they are', async () => {
    const { district, leader, members } = await openSquad({ members: 1 });
    const [volunteer = ''] = members;
    const body = { ...shiftAsk({ minutes: 61 }, []), participants: [{ volunteer, minutes: 600 }], minutes: 600 };
    await leader.must('POST /api/shifts', { body });
    const records = (await everythingStored(district.world)).filter((row) => row.volunteer === volunteer && row.grade);
    expect(records.map(({ minutes }) => minutes)).toEqual([60]);
  });

  test('§6.1 minimum: a session below a quarter of an hour counts nothing', async () => {
    const squad = await openSquad({ members: 1 });
    const [record] = await recordsOf(squad, await recordShift(squad, { minutes: 14 }));
    expect(record?.minutes).toBe(0);
  });

  test('entered within three working days it is grade C, later grade D, after thirty days refused', async () => {
    const squad = await openSquad();
    const { world } = squad.district;
    const fridayEnd = schoolMorning - 3 * dayMs;
    // Saturday, 28 February 2026 is a working day in exchange for the Spring Festival: the third one is Tuesday.
    world.now = schoolMorning + dayMs + 13 * hourMs;
    expect((await recordsOf(squad, await recordShift(await again(squad), { from: fridayEnd })))[0]?.grade).toBe('C');
    world.now = schoolMorning + 2 * dayMs;
    expect(
      (await recordsOf(squad, await recordShift(await again(squad), { from: fridayEnd + 3 * hourMs })))[0]?.grade,
    ).toBe('D');
    world.now = schoolMorning + 29 * dayMs;
    const { leader, members } = await again(squad);
    await expectRefusal(world, 'shift_too_old', () =>
      leader.ask('POST /api/shifts', { body: shiftAsk({ from: fridayEnd }, members) }),
    );
  });

  test('the same person twice is refused before anything is written', async () => {
    const { district, leader, members } = await openSquad({ members: 1 });
    const twice = {
      ...shiftAsk({}, members),
      participants: [...members, ...members].map((volunteer) => ({ volunteer })),
    };
    await expectRefusal(district.world, 'shape_invalid', () => leader.ask('POST /api/shifts', { body: twice }));
  });

  test('a shift that has not ended is refused', async () => {
    const { district, leader, members } = await openSquad();
    const body = shiftAsk({ from: schoolMorning - hourMs, minutes: 61 }, members);
    await expectRefusal(district.world, 'shift_not_ended', () => leader.ask('POST /api/shifts', { body }));
  });

  test('leaves out who is no member, or under fourteen without consent, and names the reason', async () => {
    const squad = await openSquad({ members: 1 });
    const stranger = await addPupil(squad.district);
    const child = await addMember(squad, { birthDate: '2013-05-01' });
    const consented = await addMember(squad, { birthDate: '2013-05-01', consented: true });
    const body = shiftAsk({}, [...squad.members, stranger]);
    const { shift, leftOut } = await squad.leader.must('POST /api/shifts', { body });
    expect(leftOut).toMatchObject([
      { id: child, outcome: 'consent_missing', title: '还没有监护人的同意书' },
      { id: stranger, outcome: 'person_not_eligible' },
    ]);
    const recorded = (await recordsOf(squad, shift.id)).map(({ volunteer }) => volunteer);
    expect(new Set(recorded)).toEqual(new Set([squad.members[0], consented]));
  });

  test('§6.1 age: a child under ten gets a stamp and no minutes', async () => {
    const squad = await openSquad({ members: 0 });
    await addMember(squad, { birthDate: '2016-03-03', consented: true });
    const [record] = await recordsOf(squad, await recordShift(squad, { accompanied: true }));
    expect(record).toMatchObject({ credit: 'stamp', minutes: 0 });
  });

  test('§6.1 age: without a parent along a child under ten is left out, the others are recorded', async () => {
    const squad = await openSquad({ members: 1 });
    const child = await addMember(squad, { birthDate: '2016-03-03', consented: true });
    const { shift, leftOut } = await squad.leader.must('POST /api/shifts', { body: shiftAsk({}, squad.members) });
    expect(leftOut).toMatchObject([{ id: child, outcome: 'child_not_accompanied' }]);
    expect((await recordsOf(squad, shift.id)).map(({ volunteer }) => volunteer)).toEqual([squad.members[0]]);
  });

  test('is refused when nobody may be recorded', async () => {
    const { district, leader } = await openSquad({ members: 0 });
    const body = shiftAsk({}, [await addPupil(district)]);
    await expectRefusal(district.world, 'nobody_admissible', () => leader.ask('POST /api/shifts', { body }));
  });

  test('the same key records one shift and shows it again as it is now', async () => {
    const squad = await openSquad();
    const asked = { key: crypto.randomUUID(), body: shiftAsk({}, squad.members) };
    const first = await squad.leader.must('POST /api/shifts', asked);
    const again = await squad.leader.ask('POST /api/shifts', asked);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(first);
    const { items } = await squad.leader.must('GET /api/shifts', { query: { team: squad.team } });
    expect(items).toHaveLength(1);
  });

  test('a participant may be there for a part of the time only', async () => {
    const squad = await openSquad({ members: 2 });
    const [early = '', late = ''] = squad.members;
    const body = shiftAsk({ minutes: 120 }, []);
    const half = new Date(Date.parse(body.from) + hourMs).toISOString();
    const participants = [
      { volunteer: early, to: half },
      { volunteer: late, from: half },
    ];
    const { shift } = await squad.leader.must('POST /api/shifts', { body: { ...body, participants } });
    expect((await recordsOf(squad, shift.id)).map(({ minutes }) => minutes)).toEqual([60, 60]);
  });

  test('a time outside the shift leaves the participant out', async () => {
    const { leader, members, team } = await openSquad({ members: 2 });
    const body = shiftAsk({}, members);
    const [first = '', second = ''] = members;
    const before = { volunteer: first, from: body.from, to: body.from };
    const { leftOut } = await leader.must('POST /api/shifts', {
      body: { ...body, participants: [before, { volunteer: second }] },
    });
    expect(leftOut).toMatchObject([{ id: first, outcome: 'time_outside_shift' }]);
    expect((await leader.must('GET /api/shifts', { query: { team } })).items[0]?.counts).toEqual({ recorded: 1 });
  });
});

/** Staff sessions end overnight: the same team with its people signed in again. */
async function again(squad: Awaited<ReturnType<typeof openSquad>>) {
  await squad.signIn();
  return squad;
}
