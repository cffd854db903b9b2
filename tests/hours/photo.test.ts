/** PUT /api/shifts/{shift}/photo and GET /api/shifts/{shift}/photo: the paper that participants signed. */
import { describe, expect, test } from 'vitest';
import { jpeg, picture, webp } from '../pictures.ts';
import { expectRefusal, welcome } from '../teams/school.ts';
import { approveAll, confirmAll, openSquad, recordShift } from './squad.ts';

const put = 'PUT /api/shifts/{shift}/photo';
const get = 'GET /api/shifts/{shift}/photo';

describe('the photo of a shift', () => {
  test('is put by the leader, changed before approval, and seen by leader and approver', async () => {
    const squad = await openSquad({ members: 1 });
    const shift = await recordShift(squad);
    const params = { shift };
    expect((await squad.leader.must('GET /api/shifts/{shift}', { params })).shift.photo).toBeUndefined();
    const first = await squad.leader.must(put, { params, body: picture('image/jpeg', jpeg()) });
    expect(first.photo).toMatch(`/api/shifts/${shift}/photo?v=`);
    await confirmAll(squad, shift);
    await squad.district.world.settle();
    const second = await squad.leader.must(put, { params, body: picture('image/webp', webp()) });
    expect(second.photo).not.toBe(first.photo);
    const { approver, district } = squad;
    const [queued] = (await approver.must('GET /api/approvals', { query: { unit: district.east.unit } })).items;
    expect(queued?.photo).toBe(second.photo);
    for (const client of [squad.leader, approver, district.administrator]) {
      const { headers, body } = await client.ask(get, { params });
      expect(headers.get('content-type')).toBe('image/webp');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(Buffer.from(await (body as File).arrayBuffer())).toEqual(webp());
    }
  });

  test('stays as it is once a record is approved', async () => {
    const squad = await openSquad({ members: 1 });
    const shift = await recordShift(squad);
    await confirmAll(squad, shift);
    await approveAll(squad, shift);
    const ask = { params: { shift }, body: picture('image/jpeg', jpeg()) };
    await expectRefusal(squad.district.world, 'record_not_open', () => squad.leader.ask(put, ask));
  });

  test('is neither put nor seen by others', async () => {
    const squad = await openSquad({ members: 1 });
    const { district } = squad;
    const other = await openSquad({ members: 0, district });
    const foreign = await openSquad({ members: 0, district: { ...district, east: district.west } });
    const params = { shift: await recordShift(squad) };
    const body = picture('image/jpeg', jpeg());
    await expectRefusal(district.world, 'not_found', () => squad.approver.ask(get, { params }));
    await squad.leader.must(put, { params, body });
    await expectRefusal(district.world, 'not_found', () => other.leader.ask(put, { params, body }));
    for (const client of [other.leader, foreign.approver]) {
      await expectRefusal(district.world, 'not_found', () => client.ask(get, { params }));
    }
    const pupil = await welcome(district, district.east);
    await expectRefusal(district.world, 'post_not_allowed', () => pupil.client.ask(get, { params }));
  });
});
