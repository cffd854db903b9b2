/** Who takes part: a district with a school and a full shop, and pupils with points, each signed in. */
import { randomBytes } from 'node:crypto';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { foundDistrictWithAdministrator } from '../functions/access/index.ts';
import { accountAt, accountRow, loginIndex, postOf, pupilLogin, sealPersonal } from '../functions/access/rows.ts';
import { startSession } from '../functions/access/session.ts';
import { journalWrites, post } from '../functions/ledger/index.ts';
import { emptyBalance } from '../functions/ledger/rows.ts';
import { setSessionCookie } from '../functions/platform/identity/cookie.ts';
import type { Write } from '../functions/platform/store/port.ts';
import { retrying } from '../functions/platform/store/retrying.ts';
import type { Tools } from '../functions/platform/tools.ts';
import { classId, volunteerAt, volunteerRow } from '../functions/volunteers/rows.ts';
import { type Client, makeClient } from '../scripts/local/client.ts';
import { schoolYear, shanghaiDay } from '../shared/rules/calendar.ts';
import { type Stage, tableName } from './stage.ts';

export interface Town {
  readonly tools: Tools;
  readonly district: string;
  readonly school: string;
  readonly class: string;
  readonly desk: string;
  readonly items: readonly string[];
}
export interface Pupil {
  readonly id: string;
  /** The session's token. */
  readonly token: string;
  /** As a browser sends it. */
  readonly cookie: string;
}

export const price = 20;
const points = 100;
const schoolCode = '110001';
const itemsCount = 4;
const stockCount = 100_000;
const password = 'measured twice and cut once 2026';

export async function openTown(stage: Stage): Promise<Town> {
  const tools = toolsOf(stage);
  const now = Date.now();
  const asked = { districtName: '示范区', login: 'administrator', name: '管理员', now };
  const founded = await foundDistrictWithAdministrator(tools, asked);
  if (!founded) throw new Error('The district is there already');
  const administrator = makeClient((path, init) => fetch(stage.url + path, init));
  await administrator.must('POST /api/activations', { body: { code: founded.code, password } });
  const unit = { kind: 'school', name: '示范学校', parent: founded.district, code: schoolCode } as const;
  const { id: school } = await administrator.must('POST /api/units', { body: unit });
  const place = { unit: school, name: '兑换点', place: '图书馆一楼', hours: '周三 12:00–13:00' };
  const { id: desk } = await administrator.must('POST /api/desks', { body: place });
  const items: string[] = [];
  for (let number = 1; number <= itemsCount; number++) items.push(await offer(administrator, school, desk, number));
  const entryYear = schoolYear(shanghaiDay(now)) - 1;
  const className = classId({ school, stage: 'junior', entryYear, number: 2 });
  return { tools, district: founded.district, school, class: className, desk, items };
}

/** The tools that the stories are given, on the stage's store and keys. */
function toolsOf({ store, vault }: Stage): Tools {
  const noFiles = () => Promise.reject(new Error('Nothing here has files'));
  return {
    store: retrying(store),
    vault,
    files: { put: noFiles, get: noFiles },
    newId: (now) => ulid(now),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
  };
}

async function offer(administrator: Client, unit: string, desk: string, number: number): Promise<string> {
  const body = { unit, name: `笔记本 ${number}`, kind: 'stationery', price } as const;
  const { id: item } = await administrator.must('POST /api/items', { body });
  const delivery = { desk, change: stockCount, reason: '开学进货' };
  await administrator.must('POST /api/items/{item}/stock', { params: { item }, body: delivery });
  return item;
}

/** Six rows for each pupil, and a batch takes 25. */
const pupilsPerBatch = 4;

/** New pupils with everything that redeeming and looking at one's balance read. */
export async function welcome({ bare }: Stage, town: Town, count: number): Promise<Pupil[]> {
  const made = Array.from({ length: count }, () => newPupil(town, Date.now()));
  for (let from = 0; from < count; from += pupilsPerBatch) {
    const writes = made.slice(from, from + pupilsPerBatch).flatMap((one) => one.writes);
    const { UnprocessedItems } = await bare.send(new BatchWriteCommand({ RequestItems: putsByTable(writes) }));
    if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('DynamoDB Local did not take a batch');
  }
  return made.map(({ pupil }) => pupil);
}

/** What the writes leave where nothing was before. */
function putsByTable(writes: readonly Write[]) {
  const byTable = Map.groupBy(writes, ({ table }) => tableName(table));
  return Object.fromEntries([...byTable].map(([name, some]) => [name, some.map(putOf)]));
}

function putOf(write: Write) {
  const attributes = 'put' in write ? write.put : 'update' in write ? write.update.set : undefined;
  return { PutRequest: { Item: { ...attributes, ...write.key } } };
}

/** The session is the one that signing in writes; only the PIN's check, slow on purpose, is left out. */
function newPupil({ tools, district, school, class: className }: Town, now: number) {
  const id = tools.newId(now);
  const number = id.slice(-10);
  const login = pupilLogin(schoolCode, number);
  const secretId = tools.newId(now);
  const posts = [postOf('volunteer', id, school)];
  const personal = sealPersonal(tools.vault, district, id, { login, name: '' });
  const account = {
    id,
    kind: 'volunteer',
    person: id,
    unit: school,
    login: loginIndex(tools.vault, login),
    personal,
    posts,
    active: true,
  } as const;
  const session = startSession(tools, district, { ...account, secretId, ver: 1 }, { secretId, now });
  const known = { name: '林小雨', number, birthDate: '2012-05-17' };
  const volunteer = { id, ver: 1, school, class: className, personal: known, status: 'active' } as const;
  const writes: Write[] = [
    { ...accountAt(district, id), put: { ...accountRow(account), secretId, ver: 1 } },
    session.write,
    { ...volunteerAt(district, id), put: volunteerRow(district, tools.vault, volunteer) },
    ...earningWrites(district, id, tools.newId(now), now),
  ];
  const { token } = session;
  const [cookie = ''] = setSessionCookie(token).split(';');
  return { pupil: { id, token, cookie }, writes };
}

/** A wallet with the points of one final service record. */
function earningWrites(district: string, wallet: string, record: string, now: number): Write[] {
  const year = schoolYear(shanghaiDay(now));
  const minutes = { count: points * 6, stage: 'junior', schoolYear: year };
  const tx = `A#${record}#1`;
  const service = { tx, kind: 'service', points, minutes, expiry: `${year + 2}0831`, reference: record } as const;
  const posted = post(emptyBalance, [service], { district, wallet, by: 'clock', now, returnedDaysMin: 0 });
  if (!posted) throw new Error('Points could not be credited');
  return [...journalWrites(posted), ...posted.writes];
}
