/** Chapter one: a district, its schools, their rosters and who works with them. */
import { readFile } from 'node:fs/promises';
import { activate, classVolunteers, commitRoster, consentAll, previewRoster } from '../local/actions.ts';
import { expect, password, pupilPin, type Stage, type Step } from './stage.ts';

const rosters = [
  { file: 'binjiang-class-5-2.xlsx', school: '滨江小学', code: '110001' },
  { file: 'shunde-school.xls', school: '舜德学校', code: '110002' },
  { file: 'qingqiao-gb18030.csv', school: '青桥学校', code: '110003' },
  { file: 'meiwan-utf8.csv', school: '梅湾中学', code: '110004' },
] as const;

async function makeSchools({ person, notes }: Stage): Promise<string> {
  const admin = person('district');
  for (const { school, code } of rosters) {
    const body = { kind: 'school' as const, name: school, parent: notes.get('district'), code };
    notes.set(school, (await admin.must('POST /api/units', { body })).id);
  }
  const { items } = await admin.must('GET /api/units', {});
  expect(items.length === 5, 'a district and four schools');
  return items.map(({ name }) => name).join('、');
}

async function inviteStaff({ person, notes }: Stage): Promise<string> {
  const admin = person('district');
  const school = notes.get('梅湾中学');
  const desk = await admin.must('POST /api/desks', {
    body: { unit: school, name: '梅湾兑换点', place: '图书馆一楼', hours: '周三 12:00–13:00' },
  });
  notes.set('desk', desk.id);
  for (const [login, role, scope] of [
    ['school', 'unit_admin', school],
    ['approver', 'approver', school],
    ['desk', 'desk', desk.id],
  ] as const) {
    const { code } = await admin.must('POST /api/staff', { body: { login, name: login, role, scope } });
    await activate(person(login), code, password);
  }
  return 'school administrator, approver and reward desk have signed in';
}

const importRoster = ({ file, school }: (typeof rosters)[number]): Step => [
  `${school} imports ${file}`,
  async ({ person, notes, settle }) => {
    const admin = person('district');
    const bytes = await readFile(`tests/fixtures/rosters/${file}`);
    const preview = await previewRoster(admin, { name: file, bytes, unit: notes.get(school) }, settle);
    expect(preview.state === 'preview', `a preview, not ${preview.state} ${preview.problem?.code ?? ''}`);
    const before = await admin.must('GET /api/classes', { query: { school: notes.get(school) } });
    expect(before.items.length === 0, 'that a preview writes nothing');
    const done = await commitRoster(admin, preview.id, settle);
    expect(done.state === 'done' && done.committed === done.counts.new, 'every new row written');
    const { items } = await admin.must('GET /api/classes', { query: { school: notes.get(school) } });
    return `${done.rows} rows, ${JSON.stringify(done.counts)} → ${items.length} classes: ${items
      .slice(0, 4)
      .map(({ label }) => label)
      .join(' ')} …`;
  },
];

async function importAgain({ person, notes, settle }: Stage): Promise<string> {
  const bytes = await readFile('tests/fixtures/rosters/meiwan-utf8.csv');
  const preview = await previewRoster(
    person('school'),
    { name: 'meiwan.csv', bytes, unit: notes.get('梅湾中学') },
    settle,
  );
  expect(preview.counts.unchanged === 240, 'the same roster to change nothing');
  return JSON.stringify(preview.counts);
}

async function takeClass({ person, notes }: Stage): Promise<string> {
  const { items } = await person('school').must('GET /api/classes', { query: { school: notes.get('梅湾中学') } });
  const chosen = items.find(({ label }) => label.startsWith('八')) ?? items[0];
  if (!chosen) throw new Error('no class');
  notes.set('class', chosen.id);
  const consents = await consentAll(person('school'), chosen.id, '2026-03-02');
  return `${chosen.label}: ${chosen.volunteers} pupils, ${consents} paper consents registered`;
}

async function printCards({ person, notes }: Stage): Promise<string> {
  const cards = await person('school').must('POST /api/classes/{class}/activation-codes', {
    params: { class: notes.get('class') },
    body: {},
  });
  const [card] = cards.items;
  if (!card) throw new Error('no card');
  notes.set('pupil', card.id);
  notes.set('number', card.number);
  const pupil = person('pupil');
  await pupil.must('POST /api/activations', { body: { code: card.code, pin: pupilPin } });
  const again = await pupil.ask('POST /api/activations', { body: { code: card.code, pin: pupilPin } });
  expect(!again.ok && again.body.code === 'code_invalid', 'a code to work once');
  await pupil.must('DELETE /api/session', { body: {} });
  const gone = await pupil.ask('GET /api/me/balance', {});
  expect(gone.status === 401, 'sign-out to sign out');
  await pupil.must('POST /api/sessions', { body: { school: cards.school, number: card.number, pin: pupilPin } });
  return `${cards.items.length} cards; the first pupil set a PIN, signed out and in again`;
}

async function foundTeam({ person, notes }: Stage): Promise<string> {
  const school = person('school');
  const team = await school.must('POST /api/teams', {
    body: { unit: notes.get('梅湾中学'), name: '梅湾小小志愿者', brand: '小手牵大手' },
  });
  notes.set('team', team.id);
  const { code } = await school.must('POST /api/teams/{team}/leaders', {
    params: { team: team.id },
    body: { login: 'leader', name: '领队' },
  });
  await activate(person('leader'), code, password);
  const volunteers = (await classVolunteers(school, notes.get('class'))).map(({ id }) => id);
  notes.set('volunteers', volunteers.join(' '));
  const joined = await person('leader').must('POST /api/teams/{team}/members', {
    params: { team: team.id },
    body: { volunteers },
  });
  expect(
    joined.items.every(({ outcome }) => outcome === 'done'),
    'everybody of the class to join',
  );
  return `${joined.team.name} (${joined.team.brand}), ${joined.team.members} members, leader signed in`;
}

export const peopleChapter: readonly Step[] = [
  [
    'The first administrator gets a one-time code and signs in',
    async ({ run, person, notes }) => {
      const printed = await run('scripts/first-administrator.ts', '--district-name', '冷水滩区', '--login', 'district');
      const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(printed)?.[0];
      await activate(person('district'), code, password);
      const session = await person('district').must('GET /api/session', {});
      notes.set('district', session.post.unit);
      return `${session.post.role} of ${session.post.unitName}`;
    },
  ],
  ['Four schools', makeSchools],
  ['A reward desk and staff, each with an activation code', inviteStaff],
  ...rosters.map(importRoster),
  ['The same roster again', importAgain],
  ['A class and its paper consents', takeClass],
  ['Login cards and a pupil’s PIN', printCards],
  ['A team, its leader and members', foundTeam],
];
