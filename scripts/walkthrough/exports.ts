/** Chapter of lists: an administrator with a phone for codes takes the district's lists home as files. */
import { Secret, TOTP } from 'otpauth';
import type { ExportList } from '../../shared/contracts/exports.ts';
import type { Client } from '../local/client.ts';
import { backAtWork, expect, type Stage, type Step } from './stage.ts';

async function setUpPhone(stage: Stage): Promise<string> {
  const admin = await backAtWork(stage, 'district');
  const body = { list: 'pupils', unit: stage.notes.get('district') } as const;
  const refused = await admin.ask('POST /api/exports', { body });
  const said = refused.ok ? 'an export' : refused.body.code;
  expect(said === 'second_step_needed', `a list to want more than a password, not ${said}`);
  const { secret } = await admin.must('POST /api/session/totp', { body: {} });
  const totp = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: stage.now() });
  const { recoveryCodes = [] } = await admin.must('POST /api/session/totp/confirmation', { body: { totp } });
  return `${said}; then a phone, and ${recoveryCodes.length} codes for the day it is lost`;
}

const periodOf = (list: ExportList) => (list === 'pupils' ? {} : { from: '2026-03-01', to: '2026-07-31' });

const takeList = (list: ExportList) => async (stage: Stage) => {
  const { person, notes, settle } = stage;
  const admin = person('district');
  const body = { list, unit: notes.get('district'), ...periodOf(list) };
  const { id } = await admin.must('POST /api/exports', { body });
  await settle();
  const params = { export: id };
  const { state, rows = 0, link = '' } = await admin.must('GET /api/exports/{export}', { params });
  expect(state === 'ready' && rows > 0, `a file with lines, not ${state} with ${rows}`);
  const bytes = await download(admin, id, link);
  expect(bytes.toString('latin1', 0, 2) === 'PK', 'a workbook');
  return `${rows} lines in ${Math.ceil(bytes.length / 1000)} kB`;
};

/** From the bucket, or from the server that has none. */
async function download(admin: Client, id: string, link: string): Promise<Buffer> {
  if (link.startsWith('http')) return Buffer.from(await (await fetch(link)).arrayBuffer());
  const { searchParams } = new URL(link, 'http://server');
  const query = { until: Number(searchParams.get('until')), signature: String(searchParams.get('signature')) };
  const file = await admin.must('GET /api/exports/{export}/file', { params: { export: id }, query });
  return Buffer.from(await file.arrayBuffer());
}

export const exportsChapter: readonly Step[] = [
  ['An administrator sets up a phone for codes, without which no list leaves', setUpPhone],
  ['The roster of the district as a file', takeList('pupils')],
  ['Its service records as a file', takeList('records')],
  ['Its redemptions as a file', takeList('redemptions')],
  ['Its figures by month as a file', takeList('figures')],
];
