/**
 * A stranger who objected reads by the receipt what became of it. The receipt is signed and names the objection; it
 * tells of the service and of the decision, and nothing of the person whom the record is about.
 */
import type { objections } from '../../shared/contracts/objections.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { staffNames, takePublicTry } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import { iso } from '../platform/instant.ts';
import { Problem } from '../platform/problem.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { classObjectionAt, classObjectionOf, openWords } from './objection-rows.ts';
import { recordOf, recordsOf, type ServiceRecord } from './rows.ts';

type Route = (typeof objections)['GET /api/objection-receipts/{receipt}'];
type Place = Pick<ServiceRecord, 'district' | 'shift'>;

const purpose = 'objection-receipt';

export const receiptFor = ({ vault }: Tools, { district, shift }: Place, id: string): string =>
  `${district}.${shift}.${id}.${vault.sign(purpose, `${district}|${shift}|${id}`)}`;

export async function showObjectionReceipt({ params, now, wire }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const retryAfter = await takePublicTry(tools, 'objection-receipt', wire.address, now);
  if (retryAfter > 0) throw new Problem('objection_receipts_paused', { retryAfter });
  const { at, objection, ...about } = await findObjection(tools, params.receipt);
  const { district } = at;
  const { reason, decision, answer, decidedBy, decidedAt } = objection;
  return {
    ...about,
    reason,
    at: iso(objection.at),
    decision,
    answer: openWords(tools, at, answer),
    decider: decidedBy && (await staffNames(tools, district, [decidedBy])).get(decidedBy),
    decidedAt: decidedAt === undefined ? undefined : iso(decidedAt),
  };
}

/** @throws not_found for a receipt that is not ours, and for one whose record is no more */
async function findObjection(tools: Tools, receipt: string) {
  const [district = '', shift = '', id = '', signature = ''] = receipt.split('.');
  if (!tools.vault.verify(purpose, `${district}|${shift}|${id}`, signature)) throw new Problem('not_found');
  const [ofClass] = await tools.store.get([classObjectionAt({ district, shift, id })]);
  if (ofClass) {
    const { name, day, class: label, objection } = classObjectionOf(ofClass);
    return { at: { district, shift, volunteer: id }, objection, name, day, class: label };
  }
  const records = (await readAll(tools.store, recordsOf(district, shift))).map(recordOf);
  for (const record of records) {
    const { objection } = record;
    const found = objection && [objection, ...(objection.earlier ?? [])].find((one) => one.receipt === id);
    if (found) return { at: record, objection: found, name: record.name, day: shanghaiDay(record.from) };
  }
  throw new Problem('not_found');
}
