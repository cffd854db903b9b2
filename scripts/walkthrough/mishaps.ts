/** What goes wrong in a school and is put right: a lost password, two rosters at once, a service entered late. */
import { commitRoster, previewRoster } from '../local/actions.ts';
import { shiftBody } from './service.ts';
import { backAtWork, expect, password, type Stage, type Step } from './stage.ts';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

async function lostPassword(stage: Stage): Promise<string> {
  const { person, notes, now, moveTo } = stage;
  const school = await backAtWork(stage, 'school');
  const { items } = await school.must('GET /api/staff', { query: { unit: notes.get('梅湾中学') } });
  const approver = items.find(({ login }) => login === 'approver');
  const params = { account: approver?.account ?? '' };
  await moveTo(now() + 10 * minuteMs);
  const late = await school.ask('POST /api/staff/{account}/codes', { params, body: {} });
  const said = late.ok ? 'code given' : late.body.code;
  expect(said === 'proof_needed', `somebody at an open screen to prove who it is, not ${said}`);
  await school.must('POST /api/session/proof', { body: { password } });
  const { code } = await school.must('POST /api/staff/{account}/codes', { params, body: {} });
  await person('approver').must('POST /api/activations', { body: { code: code ?? '', password } });
  return `${said}; then a code, and ${approver?.name} is back`;
}

const columns = '学籍号,姓名,性别,年级,班级,出生日期,监护人姓名,监护人电话';
const rosterOf = (name: string, born: string, classNumber: number) =>
  Buffer.from(`${columns}\n076020209901,${name},男,9,${classNumber},${born},岑立,13800000031\n`);
const newPupil = ['岑知远', '20110518'] as const;

async function oneNumberForTwo(stage: Stage): Promise<string> {
  const { notes, settle } = stage;
  const [school, district] = [await backAtWork(stage, 'school'), await backAtWork(stage, 'district')];
  const roster = { name: '转入.csv', unit: notes.get('梅湾中学') };
  const own = await previewRoster(school, { ...roster, bytes: rosterOf(...newPupil, 9) }, settle);
  const other = await previewRoster(district, { ...roster, bytes: rosterOf('汪小满', '20120102', 9) }, settle);
  expect(own.counts.new === 1 && other.counts.new === 1, 'both to see somebody new');
  await commitRoster(school, own.id, settle);
  const second = await commitRoster(district, other.id, settle);
  const params = { import: other.id };
  const { items } = await district.must('GET /api/imports/{import}/rows', { params, query: { outcome: 'conflict' } });
  const said = JSON.stringify(second.counts);
  expect(second.committed === 0 && items.length === 1, `one of them to be entered, not ${said}`);
  return `${said}: ${items[0]?.reason}`;
}

async function changesClass(stage: Stage): Promise<string> {
  const { notes, settle } = stage;
  const school = await backAtWork(stage, 'school');
  const roster = { name: '调班.csv', bytes: rosterOf(...newPupil, 1), unit: notes.get('梅湾中学') };
  const { id } = await previewRoster(school, roster, settle);
  const { counts } = await commitRoster(school, id, settle);
  const { items } = await school.must('GET /api/classes', { query: { school: roster.unit } });
  expect(!items.some(({ label }) => label.includes('(9)')), 'a class that nobody is in to be gone');
  return JSON.stringify(counts);
}

/** Of the list that participants signed: the first bytes of a photo. */
const paper = { type: 'image/jpeg' as const, content: Buffer.from('ffd8ffe0', 'hex').toString('base64') };

async function enteredLate(stage: Stage): Promise<string> {
  const { notes, now, settle } = stage;
  const leader = await backAtWork(stage, 'leader');
  const { participants, ...about } = shiftBody(notes, { from: now() - 9 * dayMs, hours: 1 });
  const body = { ...about, participants: participants.slice(3, 6), makeUpReason: '当天没有网络' };
  const { shift } = await leader.must('POST /api/shifts', { body });
  const params = { shift: shift.id };
  await leader.must('PUT /api/shifts/{shift}/photo', { params, body: paper });
  await leader.must('POST /api/shifts/{shift}/confirmation', { params, body: {} });
  await settle();
  const { records } = await leader.must('GET /api/shifts/{shift}', { params });
  expect(
    records.every(({ grade }) => grade === 'D'),
    'what is entered late to be the lowest grade of evidence',
  );
  return `${records.length} records of grade ${records[0]?.grade}: ${body.makeUpReason}`;
}

async function leavesTheTeam(stage: Stage): Promise<string> {
  const { notes } = stage;
  const leader = await backAtWork(stage, 'leader');
  const volunteer = notes.get('volunteers').split(' ').at(-1) ?? '';
  const params = { team: notes.get('team') };
  const left = await leader.must('POST /api/teams/{team}/departures', { params, body: { volunteers: [volunteer] } });
  notes.set('left the team', volunteer);
  return `${left.items[0]?.outcome}: ${left.team.members} members`;
}

async function outOfTheShop(stage: Stage): Promise<string> {
  const { person, notes } = stage;
  const school = await backAtWork(stage, 'school');
  const params = { item: notes.get('《昆虫记》') };
  await school.must('PUT /api/items/{item}', { params, body: { price: 15, open: false } });
  const figures = await person('anyone').must('GET /api/public/figures', {});
  return `closed; the public sees ${JSON.stringify(figures)}`;
}

export const mishapsChapter: readonly Step[] = [
  ['A colleague forgot the password', lostPassword],
  ['Two rosters at once give one number to two pupils', oneNumberForTwo],
  ['A pupil moves to another class; the class left behind is gone', changesClass],
  ['A service is entered late, with its reason', enteredLate],
  ['A pupil leaves the team', leavesTheTeam],
  ['A book leaves the shop, and the public sees the district’s figures', outOfTheShop],
];
