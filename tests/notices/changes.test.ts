/** What proposals, merges and moves say to those who decide and to the people they are about. */
import { describe, expect, test } from 'vitest';
import { propose as proposeCorrection, served } from '../changes/affair.ts';
import { decide, mergeNow, openTwice, propose, separateNow } from '../changes/merge-stage.ts';
import { acceptMove, openMoving, proposeMove } from '../changes/move-stage.ts';
import { appoint } from '../teams/school.ts';
import { inboxOf, kindsOf } from './inboxes.ts';

describe('a merge', () => {
  test('waits for another person, who hears of it; proposer and pupil hear what became of it', async () => {
    const twice = await openTwice();
    const { world, administrator } = twice.district;
    const { id } = await propose(twice);
    await world.settle();
    expect(await inboxOf(twice.second)).toMatchObject([{ kind: 'change_proposed', facts: { change: id } }]);
    expect(await kindsOf(twice.first)).toEqual([]);
    expect(await kindsOf(administrator)).toEqual([]);
    await decide(twice.second, id);
    await world.settle();
    expect(await kindsOf(twice.first)).toEqual(['change_approved']);
    expect(await kindsOf(twice.pupil.client)).toEqual(['registrations_merged']);
    await separateNow(twice, id);
    await twice.other.signIn();
    for (const { client } of [twice.pupil, twice.other])
      expect((await kindsOf(client)).sort()).toEqual(['registrations_merged', 'registrations_parted']);
  });

  test('that is refused is told to the proposer alone', async () => {
    const twice = await openTwice();
    const { id } = await propose(twice);
    const body = { approved: false, answer: '是两个人' };
    await twice.second.must('POST /api/changes/{change}/decision', { params: { change: id }, body });
    await twice.district.world.settle();
    expect(await kindsOf(twice.first)).toEqual(['change_refused']);
    expect(await kindsOf(twice.pupil.client)).toEqual([]);
  });

  test('in a school with one administrator is for the district to decide', async () => {
    const twice = await openTwice();
    const { administrator, west, world } = twice.district;
    const alone = await appoint(twice.district, 'unit_admin', west.unit);
    await administrator.must('POST /api/merges', {
      body: { kept: twice.pupil.id, merged: twice.other.id, reason: '同一个人登记了两次' },
    });
    await world.settle();
    expect(await kindsOf(administrator)).toEqual([]);
    expect(await kindsOf(twice.first)).toEqual(['change_proposed']);
    expect(await kindsOf(alone)).toEqual([]);
  });

  test('tells nobody twice, however often it is decided', async () => {
    const twice = await openTwice();
    const { id } = await mergeNow(twice);
    await decide(twice.second, id);
    await twice.district.world.settle();
    expect(await kindsOf(twice.first)).toEqual(['change_approved']);
  });
});

test('a correction that waits is told to approvers, too', async () => {
  const twice = await openTwice();
  const shift = await served(twice);
  await proposeCorrection(twice, shift, 60);
  await twice.district.world.settle();
  expect(await kindsOf(twice.approver)).toContain('change_proposed');
  expect(await kindsOf(twice.second)).toContain('change_proposed');
  expect(await kindsOf(twice.first)).not.toContain('change_proposed');
});

describe('a move', () => {
  const fifteen = '2011-02-01';

  test('is told to the pupil and the new school, then to whoever did not take the step', async () => {
    const moving = await openMoving(fifteen);
    const { world, client, eastStaff, westStaff, pupil: move } = moving;
    await proposeMove(moving);
    await world.settle();
    expect(await inboxOf(westStaff)).toMatchObject([{ kind: 'move_proposed', facts: { move } }]);
    world.now += 1000;
    await client.must('POST /api/me/move/consent', { body: {} });
    await world.settle();
    world.now += 1000;
    await acceptMove(moving);
    await world.settle();
    expect(await kindsOf(client)).toEqual(expect.arrayContaining(['move_proposed', 'move_done']));
    expect(await kindsOf(eastStaff)).toEqual(['move_agreed', 'move_done']);
    expect(await kindsOf(westStaff)).toEqual(['move_proposed', 'move_agreed', 'move_done']);
  });

  test('that is accepted before the family agrees, or called off, is told to both sides', async () => {
    const moving = await openMoving(fifteen);
    const { world, client, eastStaff, westStaff, pupil: volunteer } = moving;
    await proposeMove(moving);
    await world.settle();
    world.now += 1000;
    await acceptMove(moving);
    await world.settle();
    world.now += 1000;
    const calling = { params: { volunteer }, body: { answer: '不转了' } };
    await eastStaff.must('POST /api/moves/{volunteer}/calling-off', calling);
    await world.settle();
    expect(await kindsOf(eastStaff)).toEqual(['move_accepted', 'move_called_off']);
    expect(await kindsOf(westStaff)).toEqual(['move_proposed', 'move_called_off']);
    expect(await kindsOf(client)).toEqual(expect.arrayContaining(['move_accepted', 'move_called_off']));
  });
});
