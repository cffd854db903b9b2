/** Shifts that wait for approval, made through the API as a leader makes them. */
import { expect } from 'vitest';
import { type Client, everyPage, makeClient } from '../../../scripts/local/client.ts';
import { patienceMs } from './browser.ts';
import type { Stage } from './stage.ts';

export interface Served {
  /** How many take part in each shift. */
  readonly people: number;
  /** @returns the shift once it stands in the approval queue; unplanned, one of its people left early */
  waitingShift(name: string, how?: { readonly isPlanned: boolean }): Promise<string>;
  /** Its records by state. */
  statesOf(shift: string): Promise<Record<string, number>>;
}

const hourMs = 3_600_000;
const about = {
  place: '图书馆',
  content: '整理',
  category: 'other',
  risk: '由老师陪同',
  contact: '值班老师',
} as const;

const clientOf = ({ url }: Stage) => makeClient((path, init) => fetch(url + path, init));

export async function signedIn(stage: Stage, login: string): Promise<Client> {
  const client = clientOf(stage);
  await client.must('POST /api/sessions', { body: { login, password: 'demo-time-bank-2026' } });
  return client;
}

/** A pupil of the demo's school, by the student number. */
export async function signedInPupil(stage: Stage, number: string): Promise<Client> {
  const client = clientOf(stage);
  await client.must('POST /api/sessions', { body: { school: '110001', number, pin: '482951' } });
  return client;
}

/** What a pupil of the demo shows at the desk. */
export async function notebookOf(
  stage: Stage,
  number: string,
): Promise<{ readonly code: string; readonly qr: string }> {
  const pupil = await signedInPupil(stage, number);
  const { items } = await pupil.must('GET /api/me/redemptions', {});
  const { code = '', qr = '' } = items.find(({ name }) => name === '笔记本') ?? {};
  return { code, qr };
}

export async function serve(stage: Stage): Promise<Served> {
  const [leader, approver] = [await signedIn(stage, 'leader'), await signedIn(stage, 'approver')];
  const [team] = (await leader.must('GET /api/teams', {})).items;
  const params = { team: team?.id ?? '' };
  const members = await everyPage((cursor) =>
    leader.must('GET /api/teams/{team}/members', { params, query: { cursor } }),
  );
  let start = morningOfYesterday();
  return {
    people: members.length,
    async waitingShift(name, { isPlanned } = { isPlanned: true }) {
      const [from, to, early] = [start, start + hourMs / 2, start + hourMs / 4].map((time) =>
        new Date(time).toISOString(),
      );
      // Nobody can be at two places at once: each shift takes the next half hour.
      start += hourMs / 2;
      const participants = members.map(({ volunteer }, row) =>
        row === 0 && !isPlanned ? { volunteer, to: early } : { volunteer },
      );
      const body = { name, ...about, from: from ?? '', to: to ?? '', participants };
      const { shift } = await leader.must('POST /api/shifts', { body });
      await leader.must('POST /api/shifts/{shift}/confirmation', { params: { shift: shift.id }, body: {} });
      const queue = () => approver.must('GET /api/approvals', { query: { unit: shift.unit } });
      const isQueued = async () => (await queue()).items.some(({ id }) => id === shift.id);
      await expect.poll(isQueued, { timeout: patienceMs }).toBe(true);
      return shift.id;
    },
    async statesOf(shift) {
      return (await leader.must('GET /api/shifts/{shift}', { params: { shift } })).shift.counts;
    },
  };
}

/** 06:00 of yesterday in Shanghai: nobody of the demo serves so early. */
function morningOfYesterday(): number {
  const day = new Date(Date.now() + 8 * hourMs - 24 * hourMs).toISOString().slice(0, 10);
  return Date.parse(`${day}T06:00:00+08:00`);
}
