/** A class of 60 whose team serves an hour a day: staff signed in, and publicity of no days. */
import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import { foundDistrictWithAdministrator, whoAsks } from '../functions/access/index.ts';
import { capabilities } from '../functions/entries/wiring/capabilities.ts';
import { createApp } from '../functions/platform/http/app.ts';
import { newKeys } from '../functions/platform/identity/keys.ts';
import { makeVault } from '../functions/platform/identity/vault.ts';
import type { Store, Write } from '../functions/platform/store/port.ts';
import type { Tools } from '../functions/platform/tools.ts';
import { classId, volunteerAt, volunteerRow } from '../functions/volunteers/rows.ts';
import { activate } from '../scripts/local/actions.ts';
import { type Client, makeClient } from '../scripts/local/client.ts';
import { shanghaiDay } from '../shared/rules/calendar.ts';

export const classSize = 60;
const membersPerCall = 45;
const password = 'measured twice and cut once 2026';
const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Monday, 2 March 2026, 18:00 in Shanghai. */
const firstEvening = Date.parse('2026-03-02T10:00:00Z');

export type School = Awaited<ReturnType<typeof openClass>>;

export async function openClass(store: Store) {
  const tools = toolsOn(store);
  const app = createApp({ capabilities, tools, whoAsks });
  const clock = { now: firstEvening };
  const person = () =>
    makeClient(async (path, init) => {
      const requestContext = { timeEpoch: clock.now, requestId: 'bench', http: { sourceIp: '127.0.0.1' } };
      return app.request(path, init, { event: { requestContext } });
    });
  const [administrator, leader, approver] = [person(), person(), person()];
  const asked = { districtName: '示范区', login: 'administrator', name: '管理员', now: clock.now };
  const founded = await foundDistrictWithAdministrator(tools, asked);
  if (!founded) throw new Error('The district is there already');
  const { district } = founded;
  await activate(administrator, founded.code, password);
  const from = shanghaiDay(clock.now);
  await administrator.must('POST /api/rules', { body: { key: 'publicity_working_days', value: 0, from } });
  const school = { kind: 'school', name: '示范中学', parent: district, code: '110001' } as const;
  const { id: unit } = await administrator.must('POST /api/units', { body: school });
  const post = { login: 'approver', name: '何老师', role: 'approver', scope: unit } as const;
  await activate(approver, (await administrator.must('POST /api/staff', { body: post })).code, password);
  const { id: team } = await administrator.must('POST /api/teams', {
    body: { unit, name: '志愿队', brand: '小手牵大手' },
  });
  const params = { team };
  const invited = { params, body: { login: 'leader', name: '周老师' } };
  await activate(leader, (await administrator.must('POST /api/teams/{team}/leaders', invited)).code, password);
  const members = await enrol(tools, district, unit, clock.now);
  for (let at = 0; at < members.length; at += membersPerCall) {
    const volunteers = members.slice(at, at + membersPerCall);
    await administrator.must('POST /api/teams/{team}/members', { params, body: { volunteers } });
  }
  return { clock, leader, approver, members };
}

/** Pupils of sixteen, whose own yes is enough. */
async function enrol(tools: Tools, district: string, school: string, now: number): Promise<string[]> {
  const group = classId({ school, stage: 'senior', entryYear: 2025, number: 1 });
  const members = Array.from({ length: classSize }, () => tools.newId(now));
  const writes = members.map((id, at): Write => {
    const personal = { name: '林小雨', number: `2025${at}`, birthDate: '2009-05-17' };
    const person = { id, ver: 1, school, class: group, personal, status: 'active' } as const;
    return { ...volunteerAt(district, id), put: volunteerRow(district, tools.vault, person) };
  });
  await tools.store.transact(`CLASS#${group}`, writes);
  return members;
}

/** The next day: the class has served an hour, and the leader has confirmed it. @returns the approval */
export async function serveOnce({ clock, leader, approver, members }: School, day: number) {
  clock.now = firstEvening + day * dayMs;
  await signIn(leader, 'leader');
  await signIn(approver, 'approver');
  const from = clock.now - 120 * minuteMs;
  const { shift } = await leader.must('POST /api/shifts', {
    body: {
      ...{ name: '路口文明引导', place: '校门口', content: '引导同学走斑马线', category: 'order' as const },
      ...{ risk: '站在人行道内', contact: '周老师' },
      from: new Date(from).toISOString(),
      to: new Date(from + 60 * minuteMs).toISOString(),
      participants: members.map((volunteer) => ({ volunteer })),
    },
  });
  const asked = { params: { shift: shift.id }, body: {} };
  await leader.must('POST /api/shifts/{shift}/confirmation', asked);
  return async () => {
    const { items } = await approver.must('POST /api/shifts/{shift}/approval', asked);
    if (items.some(({ outcome }) => outcome !== 'done')) throw new Error(`Not approved: ${items[0]?.outcome}`);
  };
}

export const signIn = (client: Client, login: string) =>
  client.must('POST /api/sessions', { body: { login, password } });

function toolsOn(store: Store): Tools {
  const noFiles = () => Promise.reject(new Error('Nothing here has files'));
  return {
    store,
    vault: makeVault(newKeys()),
    files: { put: noFiles, get: noFiles },
    newId: (now) => ulid(now),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
  };
}
