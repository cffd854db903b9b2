/** What happens to certificates at one moment. */
import { expect, test } from 'vitest';
import type { Write } from '../../functions/platform/store/port.ts';
import { interposing } from '../volunteers/interposing-store.ts';
import { ask, issue, openDesk } from './desk.ts';

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
