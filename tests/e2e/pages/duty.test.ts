/** A leader's week sheet, ratings and training, and what the school looks into. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patienceMs, type Visitor } from './browser.ts';
import { signedIn, signedInPupil } from './served.ts';
import { openStage, ready, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function open(address: string, as: Visitor, width: 'phone' | 'desk' = 'phone') {
  const page = await stage.visit({ as, width });
  await page.goto(address);
  await ready(page);
  return page;
}

test('a week of duty is ticked day by day on a phone, outlives a reload and is recorded in one save', async () => {
  const page = await open('/leader', 'leader');
  await page.getByRole('link', { name: '一周值日表' }).click();
  await ready(page);
  await page.getByRole('link', { name: '上一周' }).click();
  await ready(page);
  await page.getByText('周二', { exact: true }).first().click();
  await page.getByRole('checkbox', { name: '周二上午全选' }).check();
  await page.getByText('周三', { exact: true }).first().click();
  await page
    .getByRole('checkbox', { name: /周三下午$/ })
    .first()
    .check();
  await page.reload();
  await page.getByText('接着上次没登记完的内容').waitFor();
  await page.getByLabel('为什么晚登记').fill('上周出差');
  await page.getByRole('button', { name: '登记 2 场 41 人次' }).click();
  await page.getByText('周二上午：登记好了 40 人').waitFor();
  await page.getByText('周三下午：登记好了 1 人').waitFor();
  await page.getByRole('link', { name: '再填一张' }).click();
  await ready(page);
  await page.getByRole('link', { name: '上一周' }).click();
  await ready(page);
  await page.getByText('周二', { exact: true }).first().click();
  await page.getByText('看周二上午的登记').waitFor({ state: 'attached' });
});

test('the sheet on paper has every day and nobody’s boxes', async () => {
  const page = await open('/leader/week', 'leader');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('columnheader', { name: '周一' }).isVisible()).toBe(true);
  expect(await page.getByText('领队签字：').isVisible()).toBe(true);
  expect(await page.getByRole('checkbox').first().isVisible()).toBe(false);
});

test('a leader rates those who took part, and sees it again', async () => {
  const page = await open('/leader', 'leader');
  await page.getByRole('link', { name: '去确认' }).first().click();
  await ready(page);
  await page.getByRole('link', { name: '评价参加的人' }).click();
  await ready(page);
  await page.getByRole('combobox').first().selectOption('4');
  await page.getByRole('checkbox', { name: '守时' }).check();
  await page.getByRole('button', { name: '保存 1 人的评价' }).click();
  await page.getByText('已保存 1 人的评价').waitFor();
  expect(await page.getByRole('combobox').first().inputValue()).toBe('4');
  await page.getByRole('button', { name: '没评的都给 5 分' }).click();
  const next = page.getByRole('combobox').nth(1);
  await expect.poll(() => next.inputValue(), { timeout: patienceMs }).toBe('5');
});

test('a training is registered for the team, and its person finds it', async () => {
  const page = await open('/merits', 'leader');
  await page.getByLabel('名称').fill('急救入门');
  await page.getByLabel('组织或授予的单位').fill('区红十字会');
  await page.getByLabel('主要内容').fill('包扎');
  await page.getByRole('button', { name: '全选' }).click();
  await page.getByRole('button', { name: '登记 40 人' }).click();
  await page.getByText('登记好了 40 人').waitFor();
  const mine = await open('/me/records', 'pupil');
  await mine.getByRole('link', { name: '培训和奖励' }).click();
  await mine.getByText('急救入门').waitFor();
});

test('a training that was registered by mistake is taken back, and its person reads why', async () => {
  const page = await open('/merits', 'leader');
  await page.getByLabel('名称').fill('登错的培训');
  await page.getByLabel('组织或授予的单位').fill('区红十字会');
  await page.getByLabel('主要内容').fill('包扎');
  await page.getByRole('button', { name: '全选' }).click();
  await page.getByRole('button', { name: '登记 40 人' }).click();
  await page.getByText('登记好了 40 人').waitFor();
  const mine = await open('/me/merits', 'pupil');
  await mine.getByText('登错的培训').waitFor();
  const name = (await (await signedInPupil(stage, '2026080101')).must('GET /api/me', {})).name;
  await page.getByLabel('看谁的').selectOption({ label: name });
  await page.getByRole('button', { name: '看登记过的' }).click();
  await page.waitForURL('**/merits?*of=*');
  await ready(page);
  await page.getByRole('button', { name: '撤回：登错的培训' }).click();
  await page.getByRole('dialog').getByLabel('哪里登记错了').fill('名单拿错了');
  await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click();
  await page.getByText(/撤回：名单拿错了$/).waitFor();
  expect(await page.getByRole('button', { name: '撤回：登错的培训' }).count()).toBe(0);
  await mine.reload();
  await mine.getByText(/撤回：名单拿错了$/).waitFor();
});

test('a skill is noted for the team, and its person knows what to sign up with', async () => {
  const page = await open('/merits', 'leader');
  await page.getByLabel('登记什么').selectOption('skill');
  await page.getByLabel('名称').fill('急救');
  await page.getByRole('button', { name: '全选' }).click();
  await page.getByRole('button', { name: '登记 40 人' }).click();
  await page.getByText('登记好了 40 人').waitFor();
  const mine = await open('/me/merits', 'pupil');
  await mine.getByRole('heading', { name: '技能和资格' }).waitFor();
  await mine.getByText('急救', { exact: true }).waitFor();
});

test('a school closes what it looked into, with a sentence', async () => {
  const page = await open('/anomalies', 'school', 'desk');
  await page.getByRole('heading', { name: '刚登记就审核了' }).waitFor();
  await page.getByRole('button', { name: /^核实/ }).first().click();
  await page.getByRole('dialog').getByLabel('核实的结果').fill('对过签到表');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByText('没有要核实的情况').waitFor();
  await page.goto('/anomalies?state=closed');
  await page.getByText('对过签到表').waitFor();
});

test('a child of eight is left out of the week’s sheet, and takes part once parents came along', async () => {
  await enrolChild('唐小苗', 8);
  const page = await open('/leader/week', 'leader');
  const tickChild = async () => {
    await page.getByRole('link', { name: '上一周' }).click();
    await ready(page);
    await page.getByText('周四', { exact: true }).first().click();
    await page.getByRole('checkbox', { name: '唐小苗 周四上午' }).check();
    await page.getByLabel('为什么晚登记').fill('上周出差');
  };
  await tickChild();
  await page.getByRole('button', { name: '登记 1 场 1 人次' }).click();
  await page.getByText('周四上午：名单中没有可以登记的人').waitFor();
  await page.getByText('唐小苗：年龄还小，要有家长陪同才能登记').waitFor();
  await page.getByRole('link', { name: '再填一张' }).click();
  await ready(page);
  await tickChild();
  await page.getByRole('checkbox', { name: '有家长陪同' }).check();
  await page.getByLabel('准备时间（分钟）').fill('10');
  await page.reload();
  await page.getByText('接着上次没登记完的内容').waitFor();
  expect(await page.getByRole('checkbox', { name: '有家长陪同' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: '登记 1 场 1 人次' }).click();
  await page.getByText('周四上午：登记好了 1 人').waitFor();
  await page.getByRole('link', { name: '去核对并确认' }).click();
  await page.waitForURL('**/leader/shifts/*');
  const shift = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const leader = await signedIn(stage, 'leader');
  const { shift: kept } = await leader.must('GET /api/shifts/{shift}', { params: { shift } });
  expect(kept.preparationMinutes).toBe(10);
});

const yearMs = 366 * 86_400_000;
const daysAgo = (ms: number) => new Date(Date.now() - ms).toISOString().slice(0, 10);

/** Somebody so young joins the leader's team, with a consent on paper. */
async function enrolChild(name: string, age: number): Promise<void> {
  const [school, leader] = [await signedIn(stage, 'school'), await signedIn(stage, 'leader')];
  const { unit } = (await school.must('GET /api/session', {})).post;
  const number = '2026030101';
  const child = { name, number, grade: 3, classNumber: 1, birthDate: daysAgo(age * yearMs) };
  const body = { ...child, guardian: '唐禾', guardianAgrees: true };
  await school.must('POST /api/schools/{code}/registrations', { params: { code: '110001' }, body });
  const { items: asking } = await school.must('GET /api/registrations', { query: { unit } });
  const registration = asking.find((one) => one.name === name)?.id ?? '';
  const answer = { params: { registration }, body: { decision: 'approve' } } as const;
  await school.must('POST /api/registrations/{registration}/decision', answer);
  const [known] = (await school.must('GET /api/volunteers', { query: { unit, q: number } })).items;
  const volunteers = [known?.id ?? ''];
  const consent = { volunteers, textVersion: '2026-1', signedOn: daysAgo(30 * 86_400_000) };
  await school.must('POST /api/classes/{class}/consents', { params: { class: known?.classId ?? '' }, body: consent });
  const [team] = (await leader.must('GET /api/teams', {})).items;
  await leader.must('POST /api/teams/{team}/members', { params: { team: team?.id ?? '' }, body: { volunteers } });
}
