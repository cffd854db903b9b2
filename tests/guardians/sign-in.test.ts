/** A guardian's sign-in: by the card's second code, for several children, until the school ends it. */
import { describe, expect, test } from 'vitest';
import { appoint, expectRefusal, openDistrict } from '../teams/school.ts';
import {
  birthDateAt,
  type Child,
  cardsOf,
  guardianCode,
  guardianOf,
  openFamily,
  paper,
  pin,
  pupilOf,
} from './family.ts';

describe('the second part of a card', () => {
  test('makes a sign-in of the guardian’s own, which looks after the child and works once', async () => {
    const family = await openFamily([birthDateAt.eleven]);
    const { world, east } = family.district;
    const [child] = family.children as [Child];
    const code = await guardianCode(family, child);
    const client = world.client();
    const session = await client.must('POST /api/guardians', { body: { code, login: 'wang.mama', pin } });
    expect(session).toMatchObject({ post: { role: 'guardian', scope: child.id, unit: east.unit } });
    expect(session.person).not.toBe(child.id);
    const again = await world.client().ask('POST /api/guardians', { body: { code, login: 'wang.baba', pin } });
    expect(again.body).toMatchObject({ code: 'code_invalid' });
    const other = world.client();
    await other.must('POST /api/sessions', { body: { login: 'wang.mama', password: pin } });
    expect(await other.must('GET /api/me', {})).toMatchObject({ id: child.id, consent: 'missing' });
  });

  test('is a pupil’s code to nobody, and a pupil’s code makes no guardian', async () => {
    const family = await openFamily([birthDateAt.fifteen]);
    const { world } = family.district;
    const cards = await cardsOf(family);
    const [pupils, guardians] = [cards.items[0]?.code ?? '', cards.guardianCards[0]?.code ?? ''];
    const said = await world.client().ask('POST /api/activations', { body: { code: guardians, pin } });
    expect(said.body).toMatchObject({ code: 'code_invalid' });
    const asked = await world.client().ask('POST /api/guardians', { body: { code: pupils, login: 'nobody', pin } });
    expect(asked.body).toMatchObject({ code: 'code_invalid' });
  });

  test('printed again makes the older one worthless, and is printed for nobody of age', async () => {
    const family = await openFamily([birthDateAt.eleven, '2007-01-01']);
    const { world } = family.district;
    const [first] = (await cardsOf(family)).guardianCards;
    const second = await cardsOf(family);
    expect(second.guardianCards.map(({ id }) => id)).toEqual([family.children[0]?.id]);
    const body = { code: first?.code ?? '', login: 'late.one', pin };
    const said = await world.client().ask('POST /api/guardians', { body });
    expect(said.body).toMatchObject({ code: 'code_invalid' });
  });

  test('refuses a login that somebody has and a PIN that is easily guessed, and stays good', async () => {
    const family = await openFamily([birthDateAt.eleven, birthDateAt.eleven]);
    const { world } = family.district;
    const [one, other] = family.children as [Child, Child];
    await guardianOf(family, one, 'taken.name');
    const code = await guardianCode(family, other);
    const ask = (login: string, typed: string) =>
      world.client().ask('POST /api/guardians', { body: { code, login, pin: typed } });
    expect((await ask('taken.name', pin)).body).toMatchObject({ code: 'login_taken' });
    expect((await ask('free.name', '123456')).body).toMatchObject({ code: 'secret_too_weak' });
    expect((await ask('free.name', pin)).status).toBe(201);
  });

  test('cannot be found by trying: an address that tries too much is paused', async () => {
    const { world } = await openDistrict();
    const client = world.client();
    let said = await client.ask('POST /api/guardians', { body: { code: 'AAAA-AAAA', login: 'guess', pin } });
    for (let tries = 0; tries < 310 && said.status === 404; tries++) {
      said = await client.ask('POST /api/guardians', { body: { code: 'AAAA-AAAA', login: 'guess', pin } });
    }
    expect(said.body).toMatchObject({ code: 'sign_in_paused' });
    const family = await openFamily([birthDateAt.eleven]);
    const guardian = await guardianOf(family, family.children[0] as Child);
    let added = await guardian.ask('POST /api/session/children', { body: { code: 'AAAA-AAAA' } });
    for (let tries = 0; tries < 310 && added.status === 404; tries++) {
      added = await guardian.ask('POST /api/session/children', { body: { code: 'AAAA-AAAA' } });
    }
    expect(added.body).toMatchObject({ code: 'sign_in_paused' });
  });
});

describe('several children with one login', () => {
  test('are added by their own cards, and each is seen in its own post', async () => {
    const family = await openFamily([birthDateAt.eleven, birthDateAt.fifteen]);
    const [younger, older] = family.children as [Child, Child];
    const guardian = await guardianOf(family, younger);
    const code = await guardianCode(family, older);
    const added = await guardian.must('POST /api/session/children', { body: { code } });
    expect(added.posts.map(({ scope }) => scope)).toEqual([younger.id, older.id]);
    const again = await guardian.ask('POST /api/session/children', { body: { code } });
    expect(again.body).toMatchObject({ code: 'code_invalid' });
    const { items } = await guardian.must('GET /api/me/children', {});
    expect(items.map(({ volunteer, current }) => [volunteer, current])).toEqual([
      [younger.id, true],
      [older.id, false],
    ]);
    await guardian.must('POST /api/session/post', { body: { post: items[1]?.post ?? '' } });
    expect(await guardian.must('GET /api/me', {})).toMatchObject({ id: older.id });
  });

  test('may be the child of a teacher, beside the teacher’s post', async () => {
    const family = await openFamily([birthDateAt.eleven]);
    const teacher = await appoint(family.district, 'approver', family.district.east.unit);
    const code = await guardianCode(family, family.children[0] as Child);
    const { post, posts } = await teacher.must('POST /api/session/children', { body: { code } });
    expect(post.role).toBe('approver');
    expect(posts.map(({ role }) => role)).toEqual(['approver', 'guardian']);
  });

  test('is nothing for pupils', async () => {
    const family = await openFamily([birthDateAt.fifteen, birthDateAt.eleven]);
    const [older, younger] = family.children as [Child, Child];
    const pupil = await pupilOf(family, older);
    const code = await guardianCode(family, younger);
    await expectRefusal(family.district.world, 'post_not_allowed', () =>
      pupil.ask('POST /api/session/children', { body: { code } }),
    );
  });
});

describe('the school', () => {
  test('sees who looks after a pupil and ends it: it counts on the next request', async () => {
    const family = await openFamily([birthDateAt.eleven]);
    const { administrator } = family.district;
    const [child] = family.children as [Child];
    const guardian = await guardianOf(family, child, 'aunt.li');
    const params = { volunteer: child.id };
    const { items } = await administrator.must('GET /api/volunteers/{volunteer}/guardians', { params });
    expect(items).toMatchObject([{ login: 'aunt.li', since: '2026-03-02' }]);
    const account = items[0]?.account ?? '';
    const end = { params: { ...params, account }, body: {} };
    const left = await administrator.must('DELETE /api/volunteers/{volunteer}/guardians/{account}', end);
    expect(left.items).toEqual([]);
    expect((await guardian.ask('GET /api/me', {})).body).toMatchObject({ code: 'sign_in_needed' });
  });

  test('of another place finds nobody', async () => {
    const family = await openFamily([birthDateAt.eleven]);
    const { district } = family;
    const [child] = family.children as [Child];
    await guardianOf(family, child, 'uncle.wu');
    const west = await appoint(district, 'unit_admin', district.west.unit);
    const params = { volunteer: child.id };
    await expectRefusal(district.world, 'not_found', () =>
      west.ask('GET /api/volunteers/{volunteer}/guardians', { params }),
    );
    await expectRefusal(district.world, 'not_found', () =>
      west.ask('DELETE /api/volunteers/{volunteer}/guardians/{account}', {
        params: { ...params, account: child.id },
        body: {},
      }),
    );
  });
});

test('a guardian sees the child’s page as the own one, and nothing of another child', async () => {
  const family = await openFamily([birthDateAt.eleven, birthDateAt.eleven]);
  const [child, other] = family.children as [Child, Child];
  await paper(family, [child, other]);
  const guardian = await guardianOf(family, child);
  expect(await guardian.must('GET /api/me/balance', {})).toMatchObject({ points: 0 });
  for (const name of ['GET /api/me/records', 'GET /api/me/entries', 'GET /api/me/redemptions'] as const) {
    expect((await guardian.must(name, {})).items).toEqual([]);
  }
  expect((await guardian.must('GET /api/me/stars', {})).items.length).toBeGreaterThan(0);
  const foreign = await guardian.ask('POST /api/session/post', { body: { post: `guardian-${other.id}` } });
  expect(foreign.body).toMatchObject({ code: 'not_found' });
});
