import { describe, expect, test } from 'vitest';
import { confirmAll, dayMs, hourMs, openSquad, recordShift, type Squad, shiftAsk } from './squad.ts';

const queueOf = async ({ district, approver }: Squad) => {
  await district.world.settle();
  return (await approver.must('GET /api/approvals', { query: { unit: district.east.unit } })).items;
};

describe('the approval queue', () => {
  test('says who waits, of which team, and that all went as planned', async () => {
    const squad = await openSquad({ members: 3 });
    const shift = await recordShift(squad);
    const [first = ''] = squad.members;
    const body = { volunteers: [first] };
    await squad.leader.must('POST /api/shifts/{shift}/confirmation', { params: { shift }, body });
    expect(await queueOf(squad)).toMatchObject([
      { id: shift, teamName: '青荷队', people: 1, asPlanned: true, exceptions: [] },
    ]);
  });

  test('names what to look at, of those who wait only', async () => {
    const squad = await openSquad({ members: 2 });
    const { world } = squad.district;
    const [short = '', whole = ''] = squad.members;
    const body = shiftAsk({ minutes: 120 }, []);
    const half = new Date(Date.parse(body.from) + hourMs).toISOString();
    const participants = [{ volunteer: short, to: half }, { volunteer: whole }];
    const { shift } = await squad.leader.must('POST /api/shifts', { body: { ...body, participants } });
    await confirmAll(squad, shift.id);
    const waiting = { id: shift.id, people: 2, asPlanned: false, exceptions: ['times_changed', 'many_left'] };
    expect(await queueOf(squad)).toMatchObject([waiting]);
    await squad.approver.must('POST /api/shifts/{shift}/approval', {
      params: { shift: shift.id },
      body: { volunteers: [short] },
    });
    expect(await queueOf(squad)).toMatchObject([{ people: 1, asPlanned: true, exceptions: [] }]);
    world.now += 8 * dayMs;
    await squad.signIn();
    const late = await recordShift(squad, { from: Date.parse(body.from) + 3 * hourMs, minutes: 60 });
    await confirmAll(squad, late);
    const queue = await queueOf(squad);
    expect(queue.find(({ id }) => id === late)?.exceptions).toEqual(['make_up']);
  });
});
