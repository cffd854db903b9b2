/** What merges refuse: GET /api/merges/preview, POST /api/merges, POST /api/merges/{change}/undo. Nothing changes. */
import { describe, expect, test } from 'vitest';
import { recordShift } from '../hours/squad.ts';
import { appoint, expectRefusal } from '../teams/school.ts';
import { buy, openSmallShop } from './affair.ts';
import {
  askMerge,
  decide,
  mergeNow,
  openTwice,
  preview,
  propose,
  separateNow,
  servedBy,
  type Twice,
} from './merge-stage.ts';

const refused = (twice: Twice, code: Parameters<typeof expectRefusal>[1], client = twice.first) =>
  expectRefusal(twice.district.world, code, () => askMerge(twice, client));

describe('POST /api/merges', () => {
  test('overlapping services are counted once: the pair is named, and one of them is corrected first', async () => {
    const twice = await openTwice();
    await servedBy(twice, twice.pupil.id, 120);
    await servedBy(twice, twice.other.id, 60, 1);
    const { obstacles, overlaps } = await preview(twice);
    expect(obstacles).toEqual(['merge_overlap']);
    expect(overlaps).toMatchObject([{ kept: { name: '路口引导' }, merged: { name: '路口引导' } }]);
    await refused(twice, 'merge_overlap');
  });

  test('what waits for a decision, or to be picked up, is settled first', async () => {
    const twice = await openTwice();
    await servedBy(twice, twice.other.id, 60);
    const item = await openSmallShop(twice);
    await buy({ ...twice, pupil: twice.other }, item);
    await refused(twice, 'merge_redemptions_open');
    await recordShift(twice, { minutes: 60, from: twice.district.world.now - 7_200_000 }, [twice.other.id]);
    await refused(twice, 'merge_records_open');
  });

  test('it takes two registrations, of which one goes on; of another school they are not found', async () => {
    const twice = await openTwice();
    await refused({ ...twice, other: twice.pupil }, 'merge_not_possible');
    const stranger = await appoint(twice.district, 'unit_admin', twice.district.west.unit);
    await refused(twice, 'not_found', stranger);
    const query = { kept: twice.pupil.id, merged: twice.pupil.id };
    const said = await twice.first.ask('GET /api/merges/preview', { query });
    expect(said.body).toMatchObject({ code: 'merge_not_possible' });
    await mergeNow(twice);
    await refused(twice, 'merge_not_possible');
  });

  test('nobody merges a registration of their own', async () => {
    const twice = await openTwice();
    const { person } = await twice.first.must('GET /api/session', {});
    const query = { kept: twice.pupil.id, merged: person };
    expect((await twice.first.ask('GET /api/merges/preview', { query })).body).toMatchObject({ code: 'own_account' });
    await refused({ ...twice, other: { ...twice.other, id: person } }, 'own_account');
  });
});

describe('POST /api/changes/{change}/decision', () => {
  test('another person decides, who is no approver of hours', async () => {
    const twice = await openTwice();
    const { id } = await propose(twice);
    const { world } = twice.district;
    await expectRefusal(world, 'second_person_needed', () => decide(twice.first, id));
    await expectRefusal(world, 'post_not_allowed', () => decide(twice.approver, id));
  });

  test('what came in the way since it was proposed is settled first: merge_overlap, merge_records_open', async () => {
    const twice = await openTwice();
    const { id } = await propose(twice);
    await servedBy(twice, twice.other.id, 60);
    await servedBy(twice, twice.pupil.id, 60);
    await expectRefusal(twice.district.world, 'merge_overlap', () => decide(twice.second, id));
  });
});

describe('POST /api/merges/{change}/undo', () => {
  const undo = (twice: Twice, change: string) =>
    twice.first.ask('POST /api/merges/{change}/undo', { params: { change }, body: { reason: '两个人' } });

  test('a merge is taken back once, and only when it was made', async () => {
    const twice = await openTwice();
    const { id } = await propose(twice);
    const { world } = twice.district;
    await expectRefusal(world, 'merge_undone', () => undo(twice, id));
    await decide(twice.second, id);
    await separateNow(twice, id);
    await expectRefusal(world, 'merge_undone', () => undo(twice, id));
    await expectRefusal(world, 'not_found', () => undo(twice, twice.pupil.id));
  });

  test('of two proposals to take it back the second one is outdated', async () => {
    const twice = await openTwice();
    const { id } = await mergeNow(twice);
    const late = await undo(twice, id);
    await separateNow(twice, id);
    const change = (late.body as { id: string }).id;
    await expectRefusal(twice.district.world, 'change_outdated', () => decide(twice.second, change));
  });
});
