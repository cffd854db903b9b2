/** What becomes of cards that were printed before their pupil moved: the number, and the guardian's code. */
import { strict as assert } from 'node:assert';
import { expect, test } from 'vitest';
import { issueVolunteerCode } from '../../functions/access/index.ts';
import type { Write } from '../../functions/platform/store/port.ts';
import { interposing } from '../volunteers/interposing-store.ts';
import { pupil } from '../volunteers/lines.ts';
import { classesOf, pupilsOf } from '../volunteers/schools.ts';
import { acceptMove, openMoving, pin, proposeMove } from './move-stage.ts';

/** A move that waits for the new school only, and the guardian's code on the pupil's card. */
async function openCards() {
  const { wrap, interpose } = interposing();
  const moving = await openMoving(undefined, wrap);
  const { world, east, eastStaff, pupil: id } = moving;
  const [of] = await classesOf(eastStaff, east);
  const params = { class: of?.id ?? '' };
  const pupils = await pupilsOf(eastStaff, params.class);
  const body = { volunteers: [id] };
  const { guardianCards } = await eastStaff.must('POST /api/classes/{class}/activation-codes', { params, body });
  const [guardianCard] = guardianCards;
  assert(guardianCard);
  const guardian = world.client();
  const use = () =>
    guardian.ask('POST /api/guardians', { body: { code: guardianCard.code, login: '13900000001', pin } });
  await proposeMove(moving, '2026-03-01');
  const guardianUnit = async () => (await guardian.must('GET /api/session', {})).post.unit;
  return { moving, interpose, use, guardianUnit, other: pupils.find((one) => one.id !== id)?.id ?? '' };
}
const isPersonWrite = ({ table, key }: Write) => table === 'Volunteers' && key.sk === 'V';
const isLogin = ({ key }: Write) => key.sk === 'LOGIN';

test('a number that is somebody else’s by now goes on leading to them', async () => {
  const { moving, other } = await openCards();
  const { world, district, east, code: westCode } = moving;
  const schoolCode = String(Number(westCode) - 1);
  const { number } = pupil(1);
  const asked = { district, volunteer: other, school: east, schoolCode, number, now: world.now };
  const { code, writes } = issueVolunteerCode(world.tools, asked);
  await world.store.transact('CARD', writes);
  await acceptMove(moving);
  const client = world.client();
  await client.must('POST /api/activations', { body: { code, pin } });
  await client.must('POST /api/sessions', { body: { school: schoolCode, number, pin } });
  expect((await client.must('GET /api/session', {})).post.scope).toBe(other);
});

test('a guardian’s code that was printed before gives a post at the new school', async () => {
  const { moving, use, guardianUnit } = await openCards();
  await acceptMove(moving);
  expect((await use()).ok).toBe(true);
  expect(await guardianUnit()).toBe(moving.west);
});

test('a guardian who uses the code at the moment of the move goes along', async () => {
  const { moving, interpose, use, guardianUnit } = await openCards();
  interpose(isPersonWrite, use);
  await acceptMove(moving);
  expect(await guardianUnit()).toBe(moving.west);
});

test('a code that is being used while the pupil moves is typed once more', async () => {
  const { moving, interpose, use, guardianUnit } = await openCards();
  interpose(isLogin, () => acceptMove(moving));
  expect((await use()).body).toMatchObject({ code: 'code_invalid' });
  expect((await use()).ok).toBe(true);
  expect(await guardianUnit()).toBe(moving.west);
});
