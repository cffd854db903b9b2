import { describe, expect, test } from 'vitest';
import { accountAt, accountOf } from '../../functions/access/rows.ts';
import { askingWrite, certificateAt } from '../../functions/hours/certificates/rows.ts';
import { recordAt, recordOf, recordRow } from '../../functions/hours/rows.ts';
import { appoint, expectRefusal } from '../teams/school.ts';
import { ask, openDesk } from './desk.ts';

type Desk = Awaited<ReturnType<typeof openDesk>>;
const deciding = 'POST /api/volunteers/{volunteer}/certificates/{certificate}/decision';
const reviewing = 'GET /api/volunteers/{volunteer}/certificates/{certificate}';
const listing = 'GET /api/volunteers/{volunteer}/certificates';
const asking = 'POST /api/volunteers/{volunteer}/certificates';
const issuing = 'GET /api/volunteers/{volunteer}/certificates/issuers';
const approved = { approved: true, minutes: 180 } as const;

/** So many more final services, as if each had been recorded. */
async function serveMore({ district: { world, id }, pupil, shifts }: Desk, count: number) {
  const [item] = await world.store.get([recordAt(id, shifts[0], pupil.id)]);
  if (!item) throw new Error('The first service is not there');
  const { pk: _, sk: __, ...record } = recordOf(item) as ReturnType<typeof recordOf> & { pk: string; sk: string };
  for (let done = 0; done < count; done += 50) {
    const writes = Array.from({ length: Math.min(50, count - done) }, () => {
      const shift = world.tools.newId(world.now);
      return { ...recordAt(id, shift, pupil.id), put: recordRow({ ...record, shift }) };
    });
    await world.store.transact(`MORE#${done}`, writes);
  }
}

describe('asking for somebody', () => {
  test('is for people in scope whose consent holds, once at a time and not beyond a thousand services', async () => {
    const desk = await openDesk();
    const { district, first, pupil, unit } = desk;
    const { world, administrator, west } = district;
    const foreign = await appoint(district, 'unit_admin', west.unit);
    const params = { volunteer: pupil.id };
    for (const name of [listing, issuing] as const)
      await expectRefusal(world, 'not_found', () => foreign.ask(name, { params }));
    await expectRefusal(world, 'not_found', () => foreign.ask(asking, { params, body: { unit } }));
    await expectRefusal(world, 'certificate_empty', () => first.ask(asking, { params, body: { unit: west.unit } }));
    await first.must(asking, { params, body: { unit } });
    await expectRefusal(world, 'certificate_waiting', () => first.ask(asking, { params, body: { unit } }));
    await serveMore(desk, 1000);
    const tooLong = () => administrator.ask(asking, { params, body: { unit } });
    await expectRefusal(world, 'certificate_too_long', tooLong);
    const mine = () => pupil.client.ask('POST /api/me/certificates', { body: { unit } });
    await expectRefusal(world, 'certificate_too_long', mine);
    await first.must('POST /api/volunteers/{volunteer}/consent/withdrawal', { params, body: { on: '2026-03-07' } });
    await expectRefusal(world, 'consent_missing', () => first.ask(asking, { params, body: { unit } }));
  });

  test('no list opens with a cursor that it did not give, nor a queue of another unit', async () => {
    const { district, first, pupil, unit, approver } = await openDesk();
    const { world, west } = district;
    const cursor = 'a.b';
    const asks = [
      () => pupil.client.ask('GET /api/me/certificates', { query: { cursor } }),
      () => first.ask(listing, { params: { volunteer: pupil.id }, query: { cursor } }),
      () => approver.ask('GET /api/certificates', { query: { unit, cursor } }),
    ];
    for (const one of asks) expect((await one()).body).toMatchObject({ code: 'cursor_invalid' });
    const elsewhere = () => approver.ask('GET /api/certificates', { query: { unit: west.unit } });
    await expectRefusal(world, 'not_found', elsewhere);
    const none = { volunteer: pupil.id, certificate: pupil.id };
    await expectRefusal(world, 'not_found', () => approver.ask(reviewing, { params: none }));
  });
});

describe('deciding', () => {
  test('is not for the person, a guardian of theirs, or whoever lost the right to vouch', async () => {
    const desk = await openDesk();
    const { district, approver, pupil, unit } = desk;
    const { world, id } = district;
    const asked = await ask(desk, unit);
    const params = { volunteer: pupil.id, certificate: asked.id };
    const { account } = await approver.must('GET /api/session', {});
    const own = { id: asked.id, district: id, volunteer: account, unit, minutes: 180, services: 2, byStaff: false };
    const row = askingWrite({ ...own, state: 'asked', askedBy: pupil.id, askedAt: world.now });
    await world.store.transact('OWN', [row]);
    const mine = { volunteer: account, certificate: asked.id };
    await expectRefusal(world, 'own_account', () => approver.ask(deciding, { params: mine, body: approved }));
    const at = accountAt(id, account);
    const posts = accountOf((await world.store.get([at]))[0])?.posts ?? [];
    const guardian = { id: 'guardian-1', role: 'guardian' as const, scope: pupil.id, unit };
    const set = { posts: [...posts, guardian].map((post) => ({ ...post })) };
    await world.store.transact('GUARDIAN', [{ ...at, update: { set } }]);
    await expectRefusal(world, 'relative_hours', () => approver.ask(deciding, { params, body: approved }));
    await world.store.transact('SUSPENDED', [{ ...at, update: { set: { suspendedBy: ['finding'] } } }]);
    await expectRefusal(world, 'right_suspended', () => approver.ask(deciding, { params, body: approved }));
  });

  test('what has grown beyond a thousand services meanwhile is not issued', async () => {
    const desk = await openDesk();
    const { district, approver, pupil } = desk;
    const { id: certificate } = await ask(desk, desk.unit);
    await serveMore(desk, 1000);
    const params = { volunteer: pupil.id, certificate };
    const { minutes } = await approver.must(reviewing, { params });
    await expectRefusal(district.world, 'certificate_too_long', () =>
      approver.ask(deciding, { params, body: { approved: true, minutes } }),
    );
    const [item] = await district.world.store.get([
      certificateAt({ district: district.id, volunteer: pupil.id, id: certificate }),
    ]);
    expect(item?.state).toBe('asked');
  });
});
