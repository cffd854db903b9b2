/** Who gets no export, and no file of one. */
import { describe, expect, test } from 'vitest';
import { enrolPhone, provePassword } from '../access/phone.ts';
import { appoint, minuteMs, openTown, password, principal, refused, welcome } from '../access/town.ts';
import { exported, fetched, withPhone } from './office.ts';

const pupilsOf = (unit: string) => ({ body: { list: 'pupils', unit } }) as const;
const route = 'POST /api/exports';

describe('a list is exported for nobody', () => {
  test('but administrators', async () => {
    const town = await openTown();
    const { world, east } = town;
    const others = [
      (await appoint(town, 'approver', 'approver', east.unit)).client,
      (await appoint(town, 'auditor', 'auditor', east.unit)).client,
      (await welcome(town)).client,
    ];
    for (const client of others)
      expect(await refused(world, () => client.ask(route, pupilsOf(east.unit)))).toBe('post_not_allowed');
    expect(await refused(world, () => world.client().ask(route, pupilsOf(east.unit)))).toBe('sign_in_needed');
  });

  test('of a school that is not theirs, whose desk is not, or that does not exist', async () => {
    const town = await openTown();
    const { world, east, west, district } = town;
    const client = await principal(town);
    await withPhone(world, client);
    const desk = { name: '积分超市', place: '一层', hours: '中午' };
    const { id: foreign } = await town.admin.must('POST /api/desks', { body: { unit: west.unit, ...desk } });
    const elsewhere = await openTown(world, 1);
    for (const unit of [west.unit, district, elsewhere.east.unit, world.tools.newId(1)])
      expect(await refused(world, () => client.ask(route, pupilsOf(unit)))).toBe('not_found');
    const period = { from: '2026-03-01', to: '2026-03-02' };
    for (const one of [foreign, world.tools.newId(1)]) {
      const body = { list: 'redemptions', unit: east.unit, desk: one, ...period } as const;
      expect(await refused(world, () => client.ask(route, { body }))).toBe('not_found');
    }
    expect((await client.ask(route, pupilsOf(east.unit))).status).toBe(201);
  });

  test('who has no phone for codes, however fresh the password', async () => {
    const town = await openTown();
    const { world, admin, east } = town;
    expect((await provePassword(admin, password)).ok).toBe(true);
    expect(await refused(world, () => admin.ask(route, pupilsOf(east.unit)))).toBe('second_step_needed');
    await enrolPhone(world, admin);
    expect((await admin.ask(route, pupilsOf(east.unit))).ok).toBe(true);
  });

  test('whose last code is older than five minutes', async () => {
    const town = await openTown();
    const { world, admin, east } = town;
    const phone = await withPhone(world, admin);
    world.now += 5 * minuteMs + 1;
    await admin.must('GET /api/session', {});
    expect(await refused(world, () => admin.ask(route, pupilsOf(east.unit)))).toBe('proof_needed');
    await phone.proveAgain();
    expect((await admin.ask(route, pupilsOf(east.unit))).ok).toBe(true);
  });

  test('without a period where there has to be one, with one where there is none, or of more than a year', async () => {
    const { world, admin, district } = await openTown();
    await withPhone(world, admin);
    const wrong = [
      { list: 'records' },
      { list: 'figures', from: '2026-03-01' },
      { list: 'records', from: '2026-03-02', to: '2026-03-01' },
      { list: 'redemptions', from: '2025-03-01', to: '2026-03-02' },
      { list: 'pupils', from: '2026-03-01', to: '2026-03-02' },
      { list: 'records', from: '2026-03-01', to: '2026-03-02', desk: district },
    ] as const;
    for (const body of wrong) {
      const asked = { body: { ...body, unit: district } };
      expect(await refused(world, () => admin.ask(route, asked)), JSON.stringify(body)).toBe('shape_invalid');
    }
  });
});

describe('the file of an export (GET /api/exports/{export}/file)', () => {
  test('is fetched for five minutes by its link; the page then gives another one', async () => {
    const { world, admin, east } = await openTown();
    await withPhone(world, admin);
    const job = await exported(world, admin, { list: 'pupils', unit: east.unit });
    world.now += 5 * minuteMs;
    expect((await fetched(admin, job)).ok).toBe(true);
    world.now += 1;
    expect(await refused(world, () => fetched(admin, job))).toBe('export_link_expired');
    const again = await admin.must('GET /api/exports/{export}', { params: { export: job.id } });
    expect((await fetched(admin, again)).ok).toBe(true);
    const later = `${Number(/until=(\d+)/.exec(job.link ?? '')?.[1]) + minuteMs}`;
    const forged = { ...job, link: job.link?.replace(/until=\d+/, `until=${later}`) };
    expect(await refused(world, () => fetched(admin, forged))).toBe('export_link_expired');
  });

  test('is nobody’s but the asker’s, also with the link', async () => {
    const town = await openTown();
    const { world, admin, east } = town;
    await withPhone(world, admin);
    const job = await exported(world, admin, { list: 'pupils', unit: east.unit });
    const colleague = await principal(town);
    const params = { export: job.id };
    expect(await refused(world, () => colleague.ask('GET /api/exports/{export}', { params }))).toBe('not_found');
    expect(await refused(world, () => fetched(colleague, job))).toBe('not_found');
    expect(await refused(world, () => fetched(world.client(), job))).toBe('sign_in_needed');
    expect((await colleague.must('GET /api/exports', {})).items).toEqual([]);
  });

  test('is gone after seven days, as is the export', async () => {
    const { world, admin, login, east } = await openTown();
    const phone = await withPhone(world, admin);
    const { id: early } = await exported(world, admin, { list: 'pupils', unit: east.unit });
    world.now += 7 * 24 * 60 * minuteMs;
    await admin.must('POST /api/sessions', { body: { login, password } });
    await phone.proveAgain();
    const params = { export: early };
    expect(await refused(world, () => admin.ask('GET /api/exports/{export}', { params }))).toBe('not_found');
    expect((await admin.must('GET /api/exports', {})).items).toEqual([]);
  });
});
