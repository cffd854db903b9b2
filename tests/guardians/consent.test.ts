/** Consent: who may say what at which age, what follows from it, and that every word stays in the history. */
import { describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { expectRefusal } from '../teams/school.ts';
import { birthDateAt, type Child, cardsOf, type Family, guardianOf, openFamily, paper, pupilOf } from './family.ts';

const agree = { textVersion: '2026-1', scopes: ['roster', 'hours', 'publicity', 'rewards'] as const };
const body = (more = {}) => ({ ...agree, scopes: [...agree.scopes], ...more });

async function stateOf({ district }: Family, { id }: Child) {
  const file = await district.administrator.must('GET /api/volunteers/{volunteer}', { params: { volunteer: id } });
  return file.consent;
}

describe('under the age of consent', () => {
  test('a guardian with the card’s second code gives the consent, with the text, its scope and the day', async () => {
    const family = await openFamily([birthDateAt.eleven]);
    const [child] = family.children as [Child];
    expect((await cardsOf(family)).items).toEqual([]);
    const guardian = await guardianOf(family, child);
    const before = await guardian.must('GET /api/me/consent', {});
    expect(before).toMatchObject({ state: 'missing', mayGive: true, given: false, history: [] });
    expect(before.text.text).toContain('自愿');
    const after = await guardian.must('POST /api/me/consent', { body: body() });
    expect(after).toMatchObject({ state: 'given', given: true });
    expect(after.history).toMatchObject([
      { method: 'link', textVersion: '2026-1', signedOn: '2026-03-02', byRole: 'guardian', scopes: agree.scopes },
    ]);
    expect((await cardsOf(family)).items).toHaveLength(1);
  });

  test('saying yes twice is one yes', async () => {
    const family = await openFamily([birthDateAt.eleven]);
    const guardian = await guardianOf(family, family.children[0] as Child);
    await guardian.must('POST /api/me/consent', { body: body() });
    const again = await guardian.must('POST /api/me/consent', { body: body() });
    expect(again.history).toHaveLength(1);
  });

  test('the pupil’s own word counts nothing', async () => {
    const family = await openFamily([birthDateAt.eleven]);
    const { world } = family.district;
    const [child] = family.children as [Child];
    await paper(family, [child]);
    const pupil = await pupilOf(family, child);
    await expectRefusal(world, 'consent_not_yours', () => pupil.ask('POST /api/me/consent', { body: body() }));
    await expectRefusal(world, 'consent_not_yours', () => pupil.ask('POST /api/me/consent/withdrawal', { body: {} }));
    expect(await pupil.must('GET /api/me/consent', {})).toMatchObject({ mayGive: false, state: 'given' });
  });
});

describe('a consent taken back', () => {
  test('hides the child, stops cards and teams, and counts again once it is given again', async () => {
    const family = await openFamily([birthDateAt.eleven, birthDateAt.eleven]);
    const { district, children } = family;
    const [child, other] = children as [Child, Child];
    await paper(family, children);
    const guardian = await guardianOf(family, child);
    const withdrawn = await guardian.must('POST /api/me/consent/withdrawal', { body: {} });
    expect(withdrawn).toMatchObject({ state: 'withdrawn', given: false });
    expect(withdrawn.history[0]).toMatchObject({
      method: 'paper',
      withdrawnOn: '2026-03-02',
      withdrawnByRole: 'guardian',
    });
    expect((await cardsOf(family)).items.map(({ id }) => id)).toEqual([other.id]);
    const team = await district.administrator.must('POST /api/teams', {
      body: { unit: district.east.unit, name: '队' },
    });
    const joined = await district.administrator.must('POST /api/teams/{team}/members', {
      params: { team: team.id },
      body: { volunteers: children.map(({ id }) => id) },
    });
    expect(joined.items.map(({ outcome }) => outcome)).toEqual(['consent_missing', 'done']);
    await guardian.must('POST /api/me/consent', { body: body() });
    expect(await stateOf(family, child)).toBe('given');
    expect((await guardian.must('GET /api/me/consent', {})).history).toHaveLength(3);
  });

  test('on paper is registered by the school, and not for a day to come or a foreign school’s pupil', async () => {
    const family = await openFamily([birthDateAt.eleven]);
    const [child] = family.children as [Child];
    const { administrator, world } = family.district;
    await paper(family, [child]);
    const withdraw = (volunteer: string, on: string) => () =>
      administrator.ask('POST /api/volunteers/{volunteer}/consent/withdrawal', { params: { volunteer }, body: { on } });
    await expectRefusal(world, 'shape_invalid', withdraw(child.id, '2026-03-03'));
    await expectRefusal(world, 'not_found', withdraw(family.district.east.unit, '2026-03-02'));
    expect((await withdraw(child.id, '2026-03-02')()).body).toEqual({ volunteer: child.id, state: 'withdrawn' });
    await paper(family, [child]);
    expect(await stateOf(family, child)).toBe('given');
  });
});

describe('from 14 on', () => {
  test('the pupil is asked for an own yes, and a no of either stands until that one says yes', async () => {
    const family = await openFamily([birthDateAt.fifteen]);
    const [child] = family.children as [Child];
    const [pupil, guardian] = [await pupilOf(family, child), await guardianOf(family, child)];
    expect(await pupil.must('GET /api/me/consent', {})).toMatchObject({ state: 'not_needed', ownWordAsked: true });
    const own = await pupil.must('POST /api/me/consent', { body: body() });
    expect(own).toMatchObject({ state: 'given', ownWordAsked: false });
    expect(own.history[0]).toMatchObject({ method: 'own', byRole: 'volunteer' });
    const say = async (client: Client, word: 'yes' | 'no') => {
      if (word === 'yes') await client.must('POST /api/me/consent', { body: body() });
      else await client.must('POST /api/me/consent/withdrawal', { body: {} });
      return stateOf(family, child);
    };
    expect(await say(pupil, 'no')).toBe('withdrawn');
    expect(await say(guardian, 'yes')).toBe('withdrawn');
    expect(await say(pupil, 'yes')).toBe('given');
    expect(await say(guardian, 'no')).toBe('withdrawn');
  });
});

describe('at 18', () => {
  test('the guardian’s rights end, the guardian’s word counts no more, and the own one is asked for', async () => {
    const family = await openFamily([birthDateAt.seventeen]);
    const [child] = family.children as [Child];
    const { world } = family.district;
    const guardian = await guardianOf(family, child, 'old-guard');
    const pupil = await pupilOf(family, child);
    await pupil.must('POST /api/me/consent', { body: body() });
    await guardian.must('POST /api/me/consent', { body: body() });
    await guardian.must('POST /api/me/consent/withdrawal', { body: {} });
    // The eve of the birthday, 4 March: a session that is used lives on.
    world.now = Date.parse('2026-03-03T15:59:00Z');
    const signIn = { login: 'old-guard', password: '492715' };
    await guardian.must('POST /api/sessions', { body: signIn });
    expect(await guardian.must('GET /api/me/consent', {})).toMatchObject({ state: 'withdrawn' });
    world.now += 60_000;
    expect((await guardian.ask('GET /api/me/consent', {})).body).toMatchObject({ code: 'sign_in_needed' });
    expect((await guardian.ask('POST /api/sessions', { body: signIn })).body).toMatchObject({ code: 'sign_in_failed' });
    const ownSignIn = { school: family.district.east.code, number: child.number, pin: '492715' };
    await pupil.must('POST /api/sessions', { body: ownSignIn });
    expect(await pupil.must('GET /api/me/consent', {})).toMatchObject({ state: 'given', ownWordAsked: true });
  });
});

describe('the text', () => {
  const text = (more = {}) => ({
    version: '2026-2',
    text: '孩子自愿参加志愿服务，学校记录服务的时间和地点，不作他用。',
    scopes: ['roster', 'hours', 'rewards'] as ('roster' | 'hours' | 'rewards')[],
    from: '2026-03-09',
    ...more,
  });

  test('of a district counts from its first day on, and a consent names the version that was read', async () => {
    const family = await openFamily([birthDateAt.eleven]);
    const { administrator, world } = family.district;
    const guardian = await guardianOf(family, family.children[0] as Child, 'reader');
    await administrator.must('POST /api/consent-texts', { body: text() });
    expect((await guardian.must('GET /api/consent-texts', {})).current.version).toBe('2026-1');
    world.now = Date.parse('2026-03-09T02:00:00Z');
    await guardian.must('POST /api/sessions', { body: { login: 'reader', password: '492715' } });
    await expectRefusal(world, 'consent_text_changed', () => guardian.ask('POST /api/me/consent', { body: body() }));
    const said = await guardian.must('POST /api/me/consent', { body: body({ textVersion: '2026-2' }) });
    expect(said).toMatchObject({ state: 'given', scopes: ['roster', 'hours', 'rewards'] });
  });

  test('never changes once it is published, and always covers roster and hours', async () => {
    const { administrator, world } = (await openFamily([])).district;
    await administrator.must('POST /api/consent-texts', { body: text() });
    const publish = (more: object) => () => administrator.ask('POST /api/consent-texts', { body: text(more) });
    await expectRefusal(
      world,
      'consent_text_taken',
      publish({ text: '另一个内容，另一个内容，另一个内容，另一个内容。' }),
    );
    await expectRefusal(world, 'rule_in_past', publish({ version: '3', from: '2026-03-01' }));
    await expectRefusal(world, 'consent_scope_needed', publish({ version: '3', scopes: ['roster'] }));
  });

  test('cannot be agreed to without what service needs', async () => {
    const family = await openFamily([birthDateAt.eleven]);
    const guardian = await guardianOf(family, family.children[0] as Child);
    const ask = () => guardian.ask('POST /api/me/consent', { body: body({ scopes: ['roster', 'rewards'] }) });
    await expectRefusal(family.district.world, 'consent_scope_needed', ask);
  });
});
