/** What becomes of a certificate is told to its person and the guardian; that one waits, to those who may approve. */
import { describe, expect, test } from 'vitest';
import { issueGuardianCode } from '../../functions/access/index.ts';
import type { Client } from '../../scripts/local/client.ts';
import { startOfDay } from '../../shared/rules/calendar.ts';
import { ask, issue, openDesk } from '../certificates/desk.ts';
import { type Affair, corrected } from '../changes/affair.ts';
import { pin } from '../guardians/family.ts';
import { hourMs } from '../hours/squad.ts';
import { dayMs } from '../rewards/shop.ts';
import { inboxOf } from './inboxes.ts';

const deciding = 'POST /api/volunteers/{volunteer}/certificates/{certificate}/decision';
const about = async (client: Client) =>
  (await inboxOf(client)).filter(({ kind }) => kind.startsWith('certificate')).toReversed();

/** Somebody who looks after the pupil, signed in. */
async function guardianOf({ pupil, district: { id: district, east, world } }: Affair): Promise<Client> {
  const rightsUntil = world.now + 365 * dayMs;
  const asked = { district, child: pupil.id, school: east.unit, rightsUntil, now: world.now };
  const { code, writes } = issueGuardianCode(world.tools, asked);
  await world.store.transact(`GUARDIAN#${pupil.id}`, writes);
  const client = world.client();
  await client.must('POST /api/guardians', { body: { code, login: 'mother-of-ming', pin } });
  return client;
}

describe('a certificate', () => {
  test('that is issued, and later corrected, is told to its person and the guardian, once each', async () => {
    const desk = await openDesk();
    const { pupil, approver, shifts, unit, district } = desk;
    const { world } = district;
    const guardian = await guardianOf(desk);
    const asked = await ask(desk, unit);
    await world.settle();
    expect(await about(pupil.client)).toEqual([]);
    const { id: certificate } = await issue(approver, asked);
    await world.settle();
    const issued = { kind: 'certificate_issued', facts: { certificate, minutes: 180 } };
    expect(await about(pupil.client)).toMatchObject([issued]);
    world.now += 1000;
    await corrected(desk, shifts[0], 60);
    await world.settle();
    world.now += 1000;
    await corrected(desk, shifts[1], 30);
    await world.settle();
    const told = [
      issued,
      { kind: 'certificate_corrected', facts: { certificate, minutesBefore: 180, minutes: 120 } },
      { kind: 'certificate_corrected', facts: { certificate, minutesBefore: 120, minutes: 90 } },
    ];
    const [own, copies] = [await about(pupil.client), await about(guardian)];
    expect(own).toMatchObject(told);
    expect(own).toHaveLength(3);
    expect(copies).toMatchObject(told.map((one) => ({ ...one, child: { volunteer: pupil.id } })));
    expect(await about(approver)).toEqual([]);
  });

  test('that is sent back is told without its reason, which stands with the application', async () => {
    const desk = await openDesk();
    const { pupil, approver, unit, district } = desk;
    const { id: certificate } = await ask(desk, unit);
    const answer = '请写明是哪个学期';
    const params = { volunteer: pupil.id, certificate };
    await approver.must(deciding, { params, body: { approved: false, answer } });
    await district.world.settle();
    const told = await about(pupil.client);
    expect(told).toMatchObject([{ kind: 'certificate_returned', facts: { certificate } }]);
    expect(JSON.stringify(told)).not.toContain(answer);
  });

  test('that waits is told in the evening to those who may approve it, until it is decided', async () => {
    const desk = await openDesk();
    const { approver, leader, unit, district, signIn } = desk;
    const { world } = district;
    const asked = await ask(desk, unit);
    await world.settle();
    const evening = startOfDay('2026-03-07') + 18 * hourMs;
    for (const at of [evening - 1, evening, evening + hourMs, evening + dayMs]) {
      world.now = at;
      await world.tick();
    }
    await signIn();
    const told = { kind: 'certificates_waiting', facts: { unit, certificates: 1 } };
    expect(await about(approver)).toMatchObject([
      { ...told, at: '2026-03-07T10:00:00.000Z' },
      { ...told, at: '2026-03-08T10:00:00.000Z' },
    ]);
    expect(await about(leader)).toEqual([]);
    await issue(approver, asked);
    await world.settle();
    world.now = evening + 3 * dayMs;
    await world.tick();
    await signIn();
    expect(await about(approver)).toHaveLength(2);
  });
});
