/** Records, redemptions and figures as files: each says what the pages say. */
import { describe, expect, test } from 'vitest';
import { atOnceFinal, openCampus, serve } from '../figures/campus.ts';
import { addMember, confirmAll, dayMs, hourMs, openSquad, recordShift, recordsOf, shiftAsk } from '../hours/squad.ts';
import { openShop, redeem, welcomeWith } from '../rewards/shop.ts';
import { bytesOf, exported, linesOf, withPhone } from './office.ts';

const march = { from: '2026-03-01', to: '2026-03-31' };

describe('the service records of a school', () => {
  test('are all that began in the period, whatever they wait for, as the shifts’ pages show them', async () => {
    const squad = await openSquad({ members: 3 });
    const { district, members } = squad;
    const { administrator, east, world } = district;
    const waiting = await recordShift(squad, { minutes: 45 }, members.slice(0, 1));
    const published = await serve(squad, 60);
    const confirmed = await recordShift(squad, { from: world.now - 2 * dayMs, minutes: 90 }, members.slice(1));
    await confirmAll(squad, confirmed);
    await recordShift(squad, { from: world.now - 4 * dayMs });
    await withPhone(world, administrator);
    const period = { from: '2026-02-28', to: '2026-03-02' };
    const job = await exported(world, administrator, { list: 'records', unit: east.unit, ...period });
    expect(job).toMatchObject({ state: 'ready', rows: 6 });
    const [head, ...lines] = await linesOf(administrator, job);
    expect(head).toContain('状态');
    const shown = await Promise.all([confirmed, published, waiting].map((shift) => recordsOf(squad, shift)));
    const words = { recorded: '待领队确认', confirmed: '待审核', published: '公示中' } as const;
    const said = shown.flat().map(({ name, minutes, grade, state }) => {
      return [name, String(minutes), grade, words[state as keyof typeof words]];
    });
    const told = lines.map((line) => [6, 9, 11, 12].map((at) => String(line[at])));
    expect(told.toSorted()).toEqual(said.toSorted());
    expect(lines[0]?.slice(7, 9)).toEqual(['2026-02-28 10:00', '2026-02-28 11:30']);
  });

  test('§6.1 rounding: what is final has its full half hours besides, and the total is their sum', async () => {
    const squad = await openCampus(2);
    const { district, leader } = squad;
    const { administrator, east, world } = district;
    await atOnceFinal(district);
    await serve(squad, 54);
    await serve(squad, 66, world.now - 2 * hourMs);
    await leader.must('POST /api/shifts', { body: shiftAsk({ from: world.now - 4 * dayMs }, squad.members) });
    await withPhone(world, administrator);
    const asked = { list: 'records', unit: east.unit, from: '2026-02-01', to: '2026-03-31' } as const;
    const [head, ...lines] = await linesOf(administrator, await exported(world, administrator, asked));
    expect(head?.slice(9, 11)).toEqual(['计入分钟', '上报小时']);
    const numbers = lines.map((line) => line.slice(9, 11).map((cell) => cell ?? ''));
    const [waiting, first, second] = [
      [120, ''],
      [54, 0.5],
      [66, 1],
    ];
    expect(numbers).toEqual([waiting, waiting, first, first, second, second]);
  });

  test('of somebody whose consent was taken back tell the record, and neither name nor number', async () => {
    const squad = await openSquad({ members: 0 });
    const { administrator, east, world } = squad.district;
    const volunteer = await addMember(squad, { name: '陆小川', birthDate: '2014-09-15', consented: true });
    await recordShift(squad);
    await administrator.must('POST /api/volunteers/{volunteer}/consent/withdrawal', {
      params: { volunteer },
      body: { on: '2026-03-02' },
    });
    await withPhone(world, administrator);
    const job = await exported(world, administrator, { list: 'records', unit: east.unit, ...march });
    const [, line] = await linesOf(administrator, job);
    expect(line?.slice(4, 7)).toEqual(['', '', '陆*川']);
    expect(line?.[9]).toBe(120);
  });
});

test.each(['xlsx', 'csv'] as const)('no cell begins a formula, whatever people have written, as %s', async (as) => {
  const squad = await openSquad({ members: 0 });
  const { administrator, east, world } = squad.district;
  const texts = ['=1+1', '@SUM(A1)', '+861', '-2'];
  const [name = '', place = '', ...names] = texts;
  for (const one of names) await addMember(squad, { name: one });
  const body = { ...shiftAsk({}, squad.members), name, place };
  await squad.leader.must('POST /api/shifts', { body });
  await withPhone(world, administrator);
  const job = await exported(world, administrator, { list: 'records', unit: east.unit, ...march, as });
  const [, ...lines] = await linesOf(administrator, job);
  expect(lines.map((line) => [line[2], line[3], line[6]]).toSorted()).toEqual([
    ["'=1+1", "'@SUM(A1)", "'+861"],
    ["'=1+1", "'@SUM(A1)", "'-2"],
  ]);
  expect(Buffer.from(await bytesOf(administrator, job)).includes('<f>')).toBe(false);
});

describe('the redemptions of a desk', () => {
  test('are those closed in the period and those that still wait, with no more of a name than there', async () => {
    const shop = await openShop(9);
    const { world, administrator, id: district, desk, east, west } = shop;
    const given = await redeem(shop, await welcomeWith(shop, 100));
    await desk.must('POST /api/pick-ups/{code}/hand-over', {
      params: { code: given.code ?? '' },
      body: { redemption: given.id },
    });
    const pupil = await welcomeWith(shop, 100);
    const { id } = await redeem(shop, pupil);
    const params = { redemption: id };
    await pupil.client.must('POST /api/redemptions/{redemption}/cancellation', { params, body: {} });
    await redeem(shop, await welcomeWith(shop, 100));
    await withPhone(world, administrator);
    const asked = { list: 'redemptions', unit: district, ...march } as const;
    const job = await exported(world, administrator, asked);
    const [head, ...lines] = await linesOf(administrator, job);
    expect(head?.slice(1, 4)).toEqual(['兑换点', '兑换品', '积分']);
    expect(lines.map((line) => [line[1], line[2], line[3], line[5], line[7]]).toSorted()).toEqual(
      ['待领取', '已交付', '已取消'].map((state) => ['积分超市', '笔记本', 40, '小明', state]).toSorted(),
    );
    const own = await exported(world, administrator, { ...asked, desk: east.desk });
    expect(await linesOf(administrator, own)).toEqual([head, ...lines]);
    const other = await exported(world, administrator, { ...asked, unit: west.unit });
    expect(await linesOf(administrator, other)).toEqual([head]);
    const before = await exported(world, administrator, { ...asked, from: '2026-02-01', to: '2026-03-01' });
    expect(before.rows).toBe(0);
  });
});

describe('the figures of a district', () => {
  test('are month by month what the page of the month says of each of its units', async () => {
    const squad = await openCampus(3);
    const { district } = squad;
    const { administrator, id, world } = district;
    await atOnceFinal(district);
    await serve(squad, 120);
    await serve(squad, 60, Date.parse('2026-02-27T02:00:00Z'), squad.members.slice(0, 2));
    await withPhone(world, administrator);
    const asked = { list: 'figures', unit: id, from: '2026-01-15', to: '2026-03-02' } as const;
    const [head, ...lines] = await linesOf(administrator, await exported(world, administrator, asked));
    const { items: units } = await administrator.must('GET /api/units', {});
    expect(lines).toHaveLength(3 * units.length);
    const numbers = ['服务分钟', '人次', '场次', '证据 C', '发放积分'].map((name) => head?.indexOf(name) ?? -1);
    for (const line of lines) {
      const unit = units.find(({ name }) => name === line[1])?.id ?? '';
      const query = { unit, period: String(line[0]) };
      const { served, grades, points } = await administrator.must('GET /api/figures/period', { query });
      const graded = grades.find(({ grade }) => grade === 'C')?.records;
      expect(numbers.map((at) => line[at])).toEqual([
        served.minutes,
        served.records,
        served.sessions,
        graded,
        points?.issued,
      ]);
    }
    expect(lines.filter((line) => line[2] !== 0).map(([month]) => month)).toContain('2026-03');
  });
});

test('a person’s exports are listed, the latest first, and go after seven days with their files', async () => {
  const { world, administrator, id } = (await openSquad()).district;
  await withPhone(world, administrator);
  const first = await exported(world, administrator, { list: 'pupils', unit: id });
  world.now += 60_000;
  const second = await exported(world, administrator, { list: 'figures', unit: id, ...march, as: 'csv' });
  const { items } = await administrator.must('GET /api/exports', {});
  expect(items.map((one) => [one.id, one.list, one.state, one.as])).toEqual([
    [second.id, 'figures', 'ready', 'csv'],
    [first.id, 'pupils', 'ready', 'xlsx'],
  ]);
  expect(items.some((one) => 'link' in one)).toBe(false);
  expect(Date.parse(first.keptUntil) - Date.parse(first.createdAt)).toBe(7 * dayMs);
});
