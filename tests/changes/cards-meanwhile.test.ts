/** POST /api/classes/{class}/activation-codes while a pupil moves away, or one of two registrations ends. */
import { expect, test } from 'vitest';
import { accountAt, accountOf } from '../../functions/access/rows.ts';
import type { Write } from '../../functions/platform/store/port.ts';
import { interposing } from '../volunteers/interposing-store.ts';
import { pupil } from '../volunteers/lines.ts';
import { classesOf, pupilsOf } from '../volunteers/schools.ts';
import { acceptMove, openMoving, proposeMove } from './move-stage.ts';

const signedOn = '2026-02-20';

/** Two pupils of one class with consents; the first one has a card, the second one never had any. */
async function openClass() {
  const { wrap, interpose } = interposing();
  const moving = await openMoving(undefined, wrap);
  const { world, district, east, eastStaff, administrator, pupil: first } = moving;
  const [of] = await classesOf(eastStaff, east);
  const params = { class: of?.id ?? '' };
  const pupils = await pupilsOf(eastStaff, params.class);
  const second = pupils.find(({ number }) => number === pupil(2).number)?.id ?? '';
  const body = { volunteers: [first, second], textVersion: '2026-1', signedOn };
  await eastStaff.must('POST /api/classes/{class}/consents', { params, body });
  const merge = async () => {
    const reason = '同一个人登记了两次';
    const { id } = await eastStaff.must('POST /api/merges', { body: { kept: first, merged: second, reason } });
    return () =>
      administrator.must('POST /api/changes/{change}/decision', { params: { change: id }, body: { approved: true } });
  };
  return {
    ...{ moving, interpose, first, second, merge },
    print: () => eastStaff.must('POST /api/classes/{class}/activation-codes', { params, body: {} }),
    account: async (id: string) => accountOf((await world.store.get([accountAt(district, id)]))[0]),
  };
}
const isAccountOf =
  (id: string) =>
  ({ key }: Write): boolean =>
    key.pk.endsWith(`#U#${id}`) && key.sk === 'ACCOUNT';
const isPerson =
  (id: string) =>
  (write: Write): boolean =>
    write.key.pk.endsWith(`#V#${id}`) && write.key.sk === 'V' && !('check' in write);

test('a card that is being printed does not bring a pupil back who has just moved away', async () => {
  const { moving, interpose, first, second, print, account } = await openClass();
  await proposeMove(moving, '2026-03-01');
  interpose(isAccountOf(first), () => acceptMove(moving));
  const cards = await print();
  expect(cards.leftOut).toMatchObject([{ id: first, outcome: 'not_found' }]);
  expect(cards.items.map(({ id }) => id)).toEqual([second]);
  expect(cards.guardianCards.map(({ id }) => id)).toEqual([second]);
  expect(await account(first)).toMatchObject({ unit: moving.west, posts: [{ unit: moving.west }] });
});

test('a first card that is printed while its pupil moves: the account moves along', async () => {
  const { moving, interpose, second, print, account } = await openClass();
  const other = { ...moving, pupil: second };
  await proposeMove(other, '2026-03-01');
  interpose(isPerson(second), print);
  await acceptMove(other);
  expect(await account(second)).toMatchObject({ unit: moving.west, posts: [{ unit: moving.west }] });
});

test('a card that is being printed does not wake a registration that has just ended', async () => {
  const { interpose, first, second, merge, print, account } = await openClass();
  interpose(isAccountOf(second), await merge());
  const cards = await print();
  expect(cards.leftOut).toMatchObject([{ id: second, outcome: 'not_found' }]);
  expect(cards.items.map(({ id }) => id)).toEqual([first]);
  expect(await account(second)).toBeUndefined();
});

test('a first card that is printed while its registration ends dies with it', async () => {
  const { interpose, second, merge, print, account } = await openClass();
  const decide = await merge();
  interpose(isPerson(second), print);
  await decide();
  expect(await account(second)).toMatchObject({ active: false });
});

test('a consent that is taken back while the card is printed leaves the guardian’s part alone', async () => {
  const { moving, interpose, first, second, print } = await openClass();
  const withdraw = () =>
    moving.eastStaff.must('POST /api/volunteers/{volunteer}/consent/withdrawal', {
      params: { volunteer: second },
      body: { on: signedOn },
    });
  interpose(isAccountOf(second), withdraw);
  const cards = await print();
  expect(cards.leftOut).toMatchObject([{ id: second, outcome: 'consent_missing' }]);
  expect(cards.items.map(({ id }) => id)).toEqual([first]);
  expect(cards.guardianCards.map(({ id }) => id).sort()).toEqual([first, second].sort());
});
