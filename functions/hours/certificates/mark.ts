/**
 * After a correction a certificate that tells of the service says what its services count now. Both the corrected
 * record and the issued certificate call for a look, so that neither of two at one moment is missed; each counts anew.
 */

import { getAll } from '../../platform/store/get-all.ts';
import { Busy, type Item, limits } from '../../platform/store/port.ts';
import { readAll } from '../../platform/store/read-all.ts';
import type { Tools } from '../../platform/tools.ts';
import { recordAt, recordOf } from '../rows.ts';
import { minutesOf } from './lines.ts';
import {
  type Certificate,
  certificateOf,
  certificatesOf,
  certificatesTelling,
  certificateTold,
  isCertificate,
  type Line,
  markingWrite,
  snapshotAt,
  snapshotOf,
} from './rows.ts';

interface Holder {
  readonly district: string;
  readonly volunteer: string;
}

/** Whose certificates a change of the table Service may make untrue. */
export function certificatesToMark(before: Item | undefined, after: Item | undefined): Holder | undefined {
  if (!after) return undefined;
  if (isCertificate(after))
    return before?.state === 'asked' && after.state === 'issued' ? certificateOf(after) : undefined;
  const isRecord = after.sk.startsWith('P#') && after.state === 'corrected';
  return isRecord && before?.rev !== after.rev ? recordOf(after) : undefined;
}

/** Those of the registration itself, and those of others that tell of its services since the two were one. */
export async function markCertificates(tools: Tools, { district, volunteer }: Holder, now: number): Promise<void> {
  const [own, told] = await Promise.all([
    readAll(tools.store, certificatesOf(district, volunteer)),
    readAll(tools.store, certificatesTelling(district, volunteer)),
  ]);
  const others = await getAll(
    tools.store,
    told.map((row) => certificateTold(district, row)),
  );
  const certificates = [...own, ...others].filter((item) => item !== undefined).map(certificateOf);
  for (const certificate of certificates.filter(({ state }) => state === 'issued')) await mark(tools, certificate, now);
}

/** @throws Busy when another look has marked it meanwhile: who counted earlier may have missed a correction */
async function mark(tools: Tools, certificate: Certificate, now: number): Promise<void> {
  const [item] = await tools.store.get([snapshotAt(certificate)]);
  if (!item) throw new Error('An issued certificate has no snapshot');
  const { lines } = snapshotOf(tools, certificate, item);
  const minutesNow = await minutesToday(tools, certificate.district, lines);
  if (minutesNow === (certificate.minutesNow ?? certificate.minutes)) return;
  const operation = `certificate#${certificate.id}#${certificate.minutesNow}#${minutesNow}#${now}`;
  const { done } = await tools.store.transact(operation, [markingWrite(certificate, minutesNow, now)]);
  if (!done) throw new Busy('A certificate was marked by somebody else at the same moment');
}

/** What is certified never grows: a record counts at most what the paper says of it. */
async function minutesToday(tools: Tools, district: string, lines: readonly Line[]): Promise<number> {
  let sum = 0;
  for (let from = 0; from < lines.length; from += limits.keysPerGet) {
    const some = lines.slice(from, from + limits.keysPerGet);
    const items = await tools.store.get(some.map(({ shift, volunteer }) => recordAt(district, shift, volunteer)));
    sum += minutesOf(items.map((item, at) => ({ minutes: countOf(item, some[at]) })));
  }
  return sum;
}

const countOf = (item: Item | undefined, line: Line | undefined): number =>
  Math.min(item ? recordOf(item).minutes : 0, line?.minutes ?? 0);
