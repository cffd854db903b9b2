/** 微心愿: collected, checked, claimed by a team, handed over through the community, thanked for. */
import { backAtWork, expect, type Stage, type Step } from './stage.ts';

const hourMs = 3_600_000;

const contact = { name: '钱爷爷', phone: '13800000002', address: '柳荫路 10 号' };

interface Wanted {
  readonly item: string;
  readonly pseudonym: string;
}
/** The community collects a wish and shows it under another name. @returns its id */
export async function listWish(stage: Stage, { item, pseudonym }: Wanted): Promise<string> {
  const desk = await backAtWork(stage, 'community');
  const said = { item, yuan: 80, story: '想听戏', ageBand: 'elder' as const };
  const body = { ...said, contact, unit: stage.notes.get('community') };
  const { id: wish } = await desk.must('POST /api/wishes', { body });
  const params = { wish };
  const shown = { decision: 'list' as const, ...said, checked: true as const };
  const named = { params, body: { ...shown, pseudonym: contact.name } };
  const telling = await desk.ask('POST /api/wishes/{wish}/moderation', named);
  expect(!telling.ok && telling.body.code === 'wish_reveals', 'a name to be kept off the list');
  await desk.must('POST /api/wishes/{wish}/moderation', { params, body: { ...shown, pseudonym } });
  return wish;
}

async function list(stage: Stage): Promise<string> {
  const { person, notes } = stage;
  notes.set('wish', await listWish(stage, { item: '收音机', pseudonym: '爱听戏的爷爷' }));
  const { items } = await person('leader').must('GET /api/wishes', {});
  return items.map(({ pseudonym, item, yuan }) => `${pseudonym}: ${item}, about ${yuan} yuan`).join('; ');
}

async function grant({ person, notes, now }: Stage): Promise<string> {
  const [leader, desk] = [person('leader'), person('community')];
  const params = { wish: notes.get('wish') };
  await leader.must('POST /api/wishes/{wish}/claim', { params, body: {} });
  const second = await desk.ask('POST /api/wishes/{wish}/claim', { params, body: { company: '青桥书店' } });
  expect(!second.ok && second.body.code === 'wish_taken', 'one to claim it');
  await desk.must('POST /api/wishes/{wish}/receipt', { params, body: {} });
  await desk.must('POST /api/wishes/{wish}/hand-over', { params, body: { proof: 'signature', note: '本人签收' } });
  const thanks = { params, body: { phrases: ['thank_you' as const, 'just_right' as const] } };
  await desk.must('POST /api/wishes/{wish}/thanks', thanks);
  const volunteers = notes.get('volunteers').split(' ').slice(2, 4);
  const [from, to] = [-2 * hourMs, -hourMs].map((ms) => new Date(now() + ms).toISOString()) as [string, string];
  const { shift } = await leader.must('POST /api/wishes/{wish}/delivery', { params, body: { volunteers, from, to } });
  const { records } = await leader.must('GET /api/shifts/{shift}', { params: { shift } });
  const [claim] = (await leader.must('GET /api/me/claims', {})).items;
  return `${claim?.state}, thanks: ${claim?.thanks?.join(' ')}; carrying it: ${records.length} records`;
}

export const wishesChapter: readonly Step[] = [
  ['A wish is collected on a visit and shown under another name', list],
  ['A team grants it through the community; carrying it there is service, buying it was not', grant],
];
