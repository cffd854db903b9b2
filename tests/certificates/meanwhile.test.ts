/** What happens to certificates at one moment. */
import { expect, test } from 'vitest';
import { markCertificates } from '../../functions/hours/certificates/mark.ts';
import { Busy, type Write } from '../../functions/platform/store/port.ts';
import { corrected } from '../changes/affair.ts';
import { interposing } from '../volunteers/interposing-store.ts';
import { ask, issue, openDesk, verify } from './desk.ts';

const isCertificate = ({ key }: Write) => key.sk.startsWith('CERT#');

test('one application waits, though pupil and school ask at the same moment; then another may', async () => {
  const { wrap, interpose } = interposing();
  const desk = await openDesk(wrap);
  const { pupil, first, approver, unit } = desk;
  const params = { volunteer: pupil.id };
  interpose(isCertificate, () =>
    first.must('POST /api/volunteers/{volunteer}/certificates', { params, body: { unit } }),
  );
  const refused = await pupil.client.ask('POST /api/me/certificates', { body: { unit } });
  expect(refused.body).toMatchObject({ code: 'certificate_waiting' });
  const { items } = await approver.must('GET /api/certificates', { query: { unit } });
  expect(items).toHaveLength(1);
  for (const one of items) await issue(approver, one);
  expect(await ask(desk, unit)).toMatchObject({ state: 'asked' });
});

test('of two looks at corrected hours the earlier count does not stand in the end', async () => {
  const { wrap, interpose } = interposing();
  const desk = await openDesk(wrap);
  const { world, id: district } = desk.district;
  const { number = '', volunteer } = await issue(desk.approver, await ask(desk, desk.unit));
  await world.settle();
  const look = () => markCertificates(world.tools, { district, volunteer }, world.now);
  await corrected(desk, desk.shifts[0], 60);
  interpose(isCertificate, async () => {
    await corrected(desk, desk.shifts[1], 0);
    await look();
  });
  await expect(look()).rejects.toThrow(Busy);
  expect(await verify(world.client(), number)).toMatchObject({ minutesNow: 60 });
  await look();
  expect(await verify(world.client(), number)).toMatchObject({ minutesNow: 60 });
});
