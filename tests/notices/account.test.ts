/** What moves on somebody's account, or becomes due of somebody's consent, without the person's doing is told once. */
import { describe, expect, test } from 'vitest';
import { sweepExpired } from '../../functions/ledger/index.ts';
import type { Client } from '../../scripts/local/client.ts';
import { inbox as english } from '../../web/words/en/inbox.ts';
import type { Told } from '../../web/words/told.ts';
import { inbox as chinese } from '../../web/words/zh-CN/inbox.ts';
import { decide, openAffair, rule, served } from '../changes/affair.ts';
import { inDebt } from '../changes/debt.ts';
import { birthDateAt, type Child, guardianOf, openFamily, pin, pupilOf } from '../guardians/family.ts';
import { earn } from '../rewards/shop.ts';
import { inboxOf, kindsOf } from './inboxes.ts';

const reason = '活动补贴';
const about = async (client: Client, kind: string) => (await inboxOf(client)).filter((notice) => notice.kind === kind);

describe('points', () => {
  test('that were added, taken or waived by two people are told to their owner', async () => {
    const affair = await openAffair();
    const { world } = affair.district;
    const volunteer = affair.pupil.id;
    for (const points of [30, -20]) {
      const { id } = await affair.first.must('POST /api/adjustments', { body: { volunteer, points, reason } });
      await decide(affair.second, id);
    }
    await world.settle();
    expect(await about(affair.pupil.client, 'points_added')).toMatchObject([{ facts: { points: 30 } }]);
    expect(await about(affair.pupil.client, 'points_taken')).toMatchObject([{ facts: { points: 20 } }]);
    await inDebt(affair, 20);
    const { id } = await affair.first.must('POST /api/waivers', { body: { volunteer, reason } });
    expect(await about(affair.pupil.client, 'debt_waived')).toEqual([]);
    await decide(affair.second, id);
    await world.settle();
    expect(await about(affair.pupil.client, 'debt_waived')).toMatchObject([{ facts: { points: 10 } }]);
  });

  test('that died, or that the wallet could not hold, are told as well', async () => {
    const affair = await openAffair();
    const { world } = affair.district;
    await rule(affair.district, 'balance_points_max_minor', 100);
    await earn(affair.district, affair.pupil.id, 90, '20260831');
    await served(affair, 120);
    await world.settle();
    expect(await about(affair.pupil.client, 'points_pooled')).toMatchObject([{ facts: { points: 10 } }]);
    world.now = Date.parse('2026-09-02T02:00:00Z');
    await sweepExpired(world.tools, world.now);
    await world.settle();
    await affair.pupil.signIn();
    const [died, ...more] = await about(affair.pupil.client, 'points_expired');
    expect([died?.facts.points, more]).toEqual([90, []]);
  });

  test('that were none are not said to come back', () => {
    const told = { points: '0', reason: 'closed' } as Told;
    for (const { sentences } of [chinese, english]) {
      for (const kind of ['redemption_cancelled', 'redemption_called_off', 'redemption_returned'] as const) {
        expect(sentences[kind](told)).not.toMatch(/0|积分|points/);
        expect(sentences[kind]({ ...told, points: '40' })).toMatch(/40/);
      }
    }
  });
});

test('a training or an award that was taken back is told to the person', async () => {
  const affair = await openAffair();
  const { first, pupil, district } = affair;
  const merit = { kind: 'award', name: '好少年', organiser: '区教育局', day: '2026-03-01' } as const;
  await first.must('POST /api/merits', { body: { ...merit, volunteers: [pupil.id] } });
  const [{ id = '' } = {}] = (await pupil.client.must('GET /api/me/merits', {})).items;
  const params = { volunteer: pupil.id, merit: id };
  await first.must('POST /api/volunteers/{volunteer}/merits/{merit}/withdrawal', {
    params,
    body: { reason: '写错了人' },
  });
  await district.world.settle();
  expect(await about(pupil.client, 'merit_withdrawn')).toMatchObject([{ facts: { merit: id, day: '2026-03-01' } }]);
});

test('the answer to a request to correct is told to the guardian who asked', async () => {
  const family = await openFamily(['2014-10-01']);
  const { administrator, world } = family.district;
  const guardian = await guardianOf(family, family.children[0] as Child);
  const body = { about: 'deletion', text: '请删除旧的手机号' } as const;
  const { id } = await guardian.must('POST /api/me/correction-requests', { body });
  await world.settle();
  expect(await kindsOf(guardian)).not.toContain('request_answered');
  await administrator.must('POST /api/correction-requests/{request}/answer', {
    params: { request: id },
    body: { decision: 'refused', answer: '手机号已经没有保存' },
  });
  await world.settle();
  expect(await about(guardian, 'request_answered')).toMatchObject([{ facts: { request: id } }]);
});

describe('the own consent', () => {
  test('is asked for at fourteen, by the clock, once, and the guardian hears it too', async () => {
    const family = await openFamily(['2012-03-10']);
    const { world } = family.district;
    const login = 'mother-of-rain';
    const guardian = await guardianOf(family, family.children[0] as Child, login);
    await world.settle();
    const asked: number[] = [];
    for (const day of ['2026-03-09', '2026-03-10', '2026-03-11']) {
      world.now = Date.parse(`${day}T15:00:00Z`);
      for (let again = 0; again < 2; again++) await world.tick();
      await guardian.must('POST /api/sessions', { body: { login, password: pin } });
      asked.push((await about(guardian, 'consent_due')).length);
    }
    expect(asked).toEqual([0, 1, 1]);
    expect(await about(guardian, 'consent_due')).toMatchObject([{ facts: { years: 14 } }]);
  });

  test('is asked for once more at eighteen, also of somebody who has given it as a pupil', async () => {
    const family = await openFamily([birthDateAt.seventeen]);
    const { world, east } = family.district;
    const [child] = family.children as [Child];
    const pupil = await pupilOf(family, child);
    await pupil.must('POST /api/me/consent', {
      body: { textVersion: '2026-1', scopes: ['roster', 'hours', 'publicity', 'rewards'] },
    });
    await world.settle();
    world.now = Date.parse('2026-03-04T15:00:00Z');
    for (let again = 0; again < 2; again++) await world.tick();
    await pupil.must('POST /api/sessions', { body: { school: east.code, number: child.number, pin } });
    expect(await about(pupil, 'consent_due')).toMatchObject([{ facts: { years: 18 } }]);
  });
});
