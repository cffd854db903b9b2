import { describe, expect, test } from 'vitest';
import { makeOneTimeCode } from '../../functions/platform/identity/one-time-code.ts';
import { corrected, eight, rule, served } from '../changes/affair.ts';
import { hourMs } from '../hours/squad.ts';
import { appoint, expectRefusal } from '../teams/school.ts';
import { ask, issue, openDesk, verify } from './desk.ts';

const deciding = 'POST /api/volunteers/{volunteer}/certificates/{certificate}/decision';

describe('a certificate', () => {
  test('holds final hours only, of the unit that recorded them and of the days asked for', async () => {
    const desk = await openDesk();
    const { pupil, district, unit } = desk;
    await rule(district, 'publicity_working_days', 5);
    const waiting = await served(desk, 30, desk.last);
    expect(await ask(desk, unit)).toMatchObject({ state: 'asked', unit, minutes: 180, services: 2 });
    const { items } = await pupil.client.must('GET /api/me/certificates/issuers', {});
    expect(items).toMatchObject([{ unit, minutes: 180, services: 2 }]);
    const { items: records } = await pupil.client.must('GET /api/me/records', {});
    expect(records.find(({ shift }) => shift === waiting)?.state).toBe('published');
    for (const body of [{ unit, to: '2026-03-06' }, { unit, from: '2026-03-08' }, { unit: district.west.unit }]) {
      await expectRefusal(district.world, 'certificate_empty', () =>
        pupil.client.ask('POST /api/me/certificates', { body }),
      );
    }
  });

  test('waits once for a unit, and is asked for again after its answer', async () => {
    const desk = await openDesk();
    const { pupil, approver, unit, district } = desk;
    const { volunteer, id: certificate } = await ask(desk, unit);
    await expectRefusal(district.world, 'certificate_waiting', () =>
      pupil.client.ask('POST /api/me/certificates', { body: { unit } }),
    );
    const params = { volunteer, certificate };
    await approver.must(deciding, { params, body: { approved: false, answer: '请写明是哪个学期' } });
    const { items } = await pupil.client.must('GET /api/me/certificates', {});
    expect(items).toMatchObject([{ state: 'returned', answer: '请写明是哪个学期', decider: '陈老师' }]);
    await ask(desk, unit);
  });

  test('is issued by a named person of the unit once, as it was seen, under a number that is true', async () => {
    const desk = await openDesk();
    const { pupil, approver, unit, district } = desk;
    const asked = await ask(desk, unit);
    const params = { volunteer: asked.volunteer, certificate: asked.id };
    const { items: queue } = await approver.must('GET /api/certificates', { query: { unit } });
    expect(queue).toMatchObject([{ id: asked.id, name: '张小明', askedBy: '', mayDecide: true }]);
    await expectRefusal(district.world, 'certificate_outdated', () =>
      approver.ask(deciding, { params, body: { approved: true, minutes: 120 } }),
    );
    const issued = await issue(approver, asked);
    expect(issued).toMatchObject({ state: 'issued', minutes: 180, decider: '陈老师' });
    expect(issued.lines.map(({ shift }) => shift)).toEqual(desk.shifts);
    await expectRefusal(district.world, 'certificate_decided', () =>
      approver.ask(deciding, { params, body: { approved: false, answer: '不行' } }),
    );
    const { items: closed } = await approver.must('GET /api/certificates', { query: { unit, state: 'closed' } });
    expect(closed).toMatchObject([{ id: asked.id, number: issued.number, mayDecide: false }]);
    const { items: mine } = await pupil.client.must('GET /api/me/certificates', {});
    expect(mine).toMatchObject([{ state: 'issued', number: issued.number }]);
  });

  test('whoever asked for it does not approve it, nor anybody whose rights are elsewhere', async () => {
    const desk = await openDesk();
    const { first, second, pupil, unit, district } = desk;
    const asked = await first.must('POST /api/volunteers/{volunteer}/certificates', {
      params: { volunteer: pupil.id },
      body: { unit },
    });
    await expectRefusal(district.world, 'second_person_needed', () =>
      first.ask(deciding, {
        params: { volunteer: pupil.id, certificate: asked.id },
        body: { approved: true, minutes: asked.minutes },
      }),
    );
    const foreign = await appoint(district, 'approver', district.west.unit);
    await expectRefusal(district.world, 'not_found', () =>
      foreign.ask(deciding, {
        params: { volunteer: pupil.id, certificate: asked.id },
        body: { approved: true, minutes: asked.minutes },
      }),
    );
    expect((await issue(second, asked)).askedBy).toBe('陈老师');
  });

  test('a correction of hours in it marks it with the new total, for its person and for whoever verifies', async () => {
    const desk = await openDesk();
    const { pupil, approver, unit, district } = desk;
    const issued = await issue(approver, await ask(desk, unit));
    await corrected(desk, desk.shifts[0], 60);
    await district.world.settle();
    const { items } = await pupil.client.must('GET /api/me/certificates', {});
    expect(items).toMatchObject([{ state: 'corrected', minutes: 180, minutesNow: 120 }]);
    const said = await verify(district.world.client(), issued.number ?? '');
    expect(said).toMatchObject({ standing: 'corrected', minutes: 180, minutesNow: 120 });
    await corrected(desk, desk.shifts[1], 0);
    await district.world.settle();
    expect(await verify(district.world.client(), issued.number ?? '')).toMatchObject({ minutesNow: 60 });
  });

  test('a correction between the look and the approval is seen: the reviewer looks again', async () => {
    const desk = await openDesk();
    const asked = await ask(desk, desk.unit);
    await corrected(desk, desk.shifts[0], 60);
    await expectRefusal(desk.district.world, 'certificate_outdated', () =>
      desk.approver.ask(deciding, {
        params: { volunteer: asked.volunteer, certificate: asked.id },
        body: { approved: true, minutes: asked.minutes },
      }),
    );
    expect(await issue(desk.approver, { ...asked, minutes: 120 })).toMatchObject({ state: 'issued', minutes: 120 });
  });
});

describe('verification, GET /api/certificates/{number}', () => {
  test('says period, total, unit and masked name, however the number was typed, and nothing else', async () => {
    const desk = await openDesk();
    desk.district.world.now += 24 * hourMs;
    await desk.signIn();
    await desk.pupil.signIn();
    await served(desk, 60, eight + 24 * hourMs);
    const { number = '', unitName, volunteer } = await issue(desk.approver, await ask(desk, desk.unit));
    const nobody = desk.district.world.client();
    const said = await verify(nobody, number.replaceAll('-', '').toLowerCase());
    expect(said).toEqual({
      standing: 'valid',
      number,
      name: '张*明',
      unitName,
      from: '2026-03-07',
      to: '2026-03-08',
      minutes: 240,
      issuedOn: '2026-03-08',
    });
    expect(JSON.stringify(said)).not.toContain(volunteer);
  });

  test('knows no other number, and after sixty tries lets one wait', async () => {
    const { world } = (await openDesk()).district;
    const nobody = world.client();
    const made = `20260307-${makeOneTimeCode(world.tools.randomBytes)}`;
    for (const number of ['12', '20260307-', made]) {
      expect(await verify(nobody, number)).toEqual({ standing: 'unknown' });
    }
    for (let tries = 3; tries < 60; tries++) await verify(nobody, made);
    const said = await nobody.ask('GET /api/certificates/{number}', { params: { number: made } });
    expect(said.body).toMatchObject({ code: 'certificate_checks_paused', status: 429 });
  });
});
