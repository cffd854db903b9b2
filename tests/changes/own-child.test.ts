/** Nobody on a school's staff proposes or decides for the child whose guardian they are: relative_hours. */
import { expect, test } from 'vitest';
import { makeGuardian } from '../hours/own-child.ts';
import { expectRefusal } from '../teams/school.ts';
import { type Affair, corrected, eight, openAffair, propose, reason, served } from './affair.ts';

const parentIs = async (affair: Affair, client: Affair['first']) =>
  makeGuardian(affair, (await client.must('GET /api/session', {})).account, affair.pupil.id);

test('POST /api/corrections, POST /api/findings, POST /api/adjustments, POST /api/waivers: another asks', async () => {
  const affair = await openAffair();
  const { first, pupil } = affair;
  const { world } = affair.district;
  const [shift, lowered] = [await served(affair, 60), await served(affair, 60, eight + 7_200_000)];
  await corrected(affair, lowered, 0);
  await parentIs(affair, first);
  const volunteer = pupil.id;
  const refused = (ask: Parameters<typeof expectRefusal>[2]) => expectRefusal(world, 'relative_hours', ask);
  await refused(() => first.ask('POST /api/corrections', { body: { shift, volunteer, minutes: 0, reason } }));
  await refused(() => first.ask('POST /api/adjustments', { body: { volunteer, points: 5, reason } }));
  await refused(() => first.ask('POST /api/waivers', { body: { volunteer, reason } }));
  const body = { shift: lowered, volunteer, about: 'volunteer' as const, reason };
  await refused(() => first.ask('POST /api/findings', { body }));
});

test('POST /api/changes/{change}/decision: nor does a parent decide, or read that they may', async () => {
  const affair = await openAffair();
  const { id } = await propose(affair, await served(affair), 0);
  const params = { change: id };
  const mayDecide = async () => (await affair.second.must('GET /api/changes/{change}', { params })).mayDecide;
  expect(await mayDecide()).toBe(true);
  await parentIs(affair, affair.second);
  expect(await mayDecide()).toBe(false);
  for (const approved of [true, false])
    await expectRefusal(affair.district.world, 'relative_hours', () =>
      affair.second.ask('POST /api/changes/{change}/decision', { params, body: { approved } }),
    );
});

test('POST /api/findings/{change}/lifting: nor asks a parent to lift what was found about the child', async () => {
  const affair = await openAffair();
  const shift = await served(affair);
  await corrected(affair, shift, 0);
  const body = { shift, volunteer: affair.pupil.id, about: 'volunteer' as const, reason };
  const { id } = await affair.first.must('POST /api/findings', { body });
  const params = { change: id };
  await affair.second.must('POST /api/changes/{change}/decision', { params, body: { approved: true } });
  await parentIs(affair, affair.second);
  await expectRefusal(affair.district.world, 'relative_hours', () =>
    affair.second.ask('POST /api/findings/{change}/lifting', { params, body: { reason } }),
  );
});
