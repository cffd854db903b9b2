/** Everybody looks at what is theirs: the lists and sheets that the pages are made of. */
import type { Client } from '../local/client.ts';
import { residentPin } from './orders.ts';
import { backAtWork, expect, pupilAgain, type Stage, type Step } from './stage.ts';

/** Lists in the order asked, by how long they are. */
const lengths = (lists: readonly { readonly items: readonly unknown[] }[]) => lists.map(({ items }) => items.length);

async function pupilLooks(stage: Stage): Promise<string> {
  const pupil = await pupilAgain(stage);
  const shift = { params: { shift: stage.notes.get('shift') } };
  const lists = await Promise.all([
    pupil.must('GET /api/me/records', {}),
    pupil.must('GET /api/open-shifts', {}),
    pupil.must('GET /api/me/sign-ups', {}),
    pupil.must('GET /api/me/visits', {}),
    pupil.must('GET /api/me/claims', {}),
    pupil.must('GET /api/me/qualifications', {}),
    pupil.must('GET /api/me/merits', {}),
    pupil.must('GET /api/wishes', {}),
  ]);
  const { state } = await pupil.must('GET /api/me/records/{shift}', shift);
  await pupil.must('GET /api/me/waiting', {});
  await pupil.must('GET /api/me/data', {});
  await pupil.must('GET /api/me/statement', { query: { as: 'csv' } });
  expect((lists[0]?.items.length ?? 0) > 0 && state === 'corrected', 'the corrected record among the pupil’s own');
  return `lists of ${lengths(lists).join(', ')}; the record of the sick day is ${state}`;
}

async function readsMessages(stage: Stage): Promise<string> {
  const pupil = await pupilAgain(stage);
  const { items } = await pupil.must('GET /api/me/notices', {});
  const { unread } = await pupil.must('GET /api/me/notices/unread', {});
  const notices = items.map(({ id }) => id);
  const left = await pupil.must('POST /api/me/notices/read', { body: { notices } });
  const { items: switches } = await pupil.must('GET /api/me/notice-switches', {});
  expect(unread > 0 && left.unread < unread, 'messages to be read');
  return `${unread} unread, then ${left.unread}; ${switches.length} kinds`;
}

async function leaderLooks(stage: Stage): Promise<string> {
  const leader = await backAtWork(stage, 'leader');
  const team = stage.notes.get('team');
  const query = { team };
  const lists = await Promise.all([
    leader.must('GET /api/teams', {}),
    leader.must('GET /api/teams/{team}/members', { params: { team } }),
    leader.must('GET /api/shifts', { query }),
    leader.must('GET /api/activities', { query }),
  ]);
  expect(
    lists.every(({ items }) => items.length > 0),
    `something on every list, not ${lengths(lists).join(', ')}`,
  );
  await leader.must('GET /api/activity-shifts', { query });
  const { profile } = await leader.must('GET /api/team-orders', {});
  return `lists of ${lengths(lists).join(', ')}; the team takes ${profile?.skills.join(', ')}`;
}

async function schoolLooks(stage: Stage): Promise<string> {
  const school = await backAtWork(stage, 'school');
  const query = { unit: stage.notes.get('梅湾中学') };
  const lists = await Promise.all([
    school.must('GET /api/staff', { query }),
    school.must('GET /api/approvals', { query }),
    school.must('GET /api/objections', { query }),
    school.must('GET /api/anomalies', { query }),
    school.must('GET /api/changes', { query: { ...query, state: 'closed' } }),
    school.must('GET /api/moves', { query }),
    school.must('GET /api/card-requests', { query }),
    school.must('GET /api/correction-requests', { query }),
  ]);
  const { volunteers } = await school.must('GET /api/figures', { query });
  const opened = await openFile(school, stage.notes.get('pupil'));
  return `lists of ${lengths(lists).join(', ')}; ${JSON.stringify(volunteers)}; the file was opened ${opened} times`;
}

/** Whoever opens a file is written down, for the one whose file it is. */
async function openFile(school: Client, volunteer: string): Promise<number> {
  const params = { volunteer };
  await school.must('GET /api/volunteers/{volunteer}', { params });
  return (await school.must('GET /api/volunteers/{volunteer}/openings', { params })).items.length;
}

async function deskLooks(stage: Stage): Promise<string> {
  const desk = await backAtWork(stage, 'desk');
  const item = { params: { item: stage.notes.get('笔记本') } };
  const lists = await Promise.all([
    desk.must('GET /api/pick-ups', {}),
    desk.must('GET /api/pick-ups/closed', {}),
    desk.must('GET /api/gifts', {}),
    desk.must('GET /api/fair', {}),
    desk.must('GET /api/items/{item}/prices', item),
    desk.must('GET /api/items/{item}/stock-changes', item),
  ]);
  return `lists of ${lengths(lists).join(', ')}`;
}

async function communityLooks(stage: Stage): Promise<string> {
  const { person, notes } = stage;
  const desk = await backAtWork(stage, 'community');
  const resident = person('resident');
  await resident.must('POST /api/sessions', { body: { login: 'resident', password: residentPin } });
  const query = { unit: notes.get('community') };
  const lists = await Promise.all([
    desk.must('GET /api/orders', { query }),
    desk.must('GET /api/wish-desk', { query }),
    resident.must('GET /api/me/orders', {}),
    resident.must('GET /api/me/wishes', {}),
  ]);
  return `lists of ${lengths(lists).join(', ')}`;
}

export const viewsChapter: readonly Step[] = [
  ['The pupil looks at records, open shifts, sign-ups and the statement', pupilLooks],
  ['The pupil reads the messages', readsMessages],
  ['The leader looks at the team and what it does', leaderLooks],
  ['The school looks at its queues and opens a file, which is written down', schoolLooks],
  ['The desk looks at what waits to be picked up', deskLooks],
  ['The community and the resident look at orders and wishes', communityLooks],
];
