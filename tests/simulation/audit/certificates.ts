/**
 * Certificates: one application waits at a unit at a time; whoever decides neither asked nor is meant; and what was
 * issued says what its services count now, at most what the paper says.
 */

import {
  type Certificate,
  certificateOf,
  isCertificate,
  snapshotOf,
} from '../../../functions/hours/certificates/rows.ts';
import type { Vault } from '../../../functions/platform/identity/vault.ts';
import type { Tools } from '../../../functions/platform/tools.ts';
import { recordsIn } from '../../../scripts/audit/hours.ts';
import { grouped, type Stored, sumOf } from '../../../scripts/audit/stored.ts';

/** @param vault what opens the district's sealed papers */
export function auditCertificates(stored: Stored, vault: Vault): string[] {
  const certificates = [...stored.Service.values()].filter(isCertificate).map(certificateOf);
  return [...faultsOfWaiting(stored, certificates), ...faultsOfMinutes(stored, certificates, vault)].concat(
    certificates.flatMap(({ id, decidedBy, askedBy, volunteer }) =>
      decidedBy !== undefined && [askedBy, volunteer].includes(decidedBy)
        ? [`certificate ${id}: decided by somebody concerned`]
        : [],
    ),
  );
}

function* faultsOfWaiting({ Service }: Stored, certificates: readonly Certificate[]): Iterable<string> {
  const waiting = grouped(
    certificates.filter(({ state }) => state === 'asked'),
    ({ volunteer, unit }) => `${volunteer} at ${unit}`,
  );
  for (const [name, { length }] of waiting) if (length > 1) yield `certificates of ${name}: ${length} wait`;
  const claims = [...Service.values()].filter(({ sk, certificate }) => sk.startsWith('WAIT#') && certificate);
  const claimed = claims.map(({ certificate }) => String(certificate)).sort();
  const expected = [...waiting.values()].flat().map(({ id }) => id);
  if (claimed.join() !== expected.sort().join()) yield 'certificates: other ones wait than are claimed';
}

function* faultsOfMinutes(stored: Stored, certificates: readonly Certificate[], vault: Vault): Iterable<string> {
  const minutesOf = new Map(
    recordsIn(stored).map(({ shift, volunteer, minutes }) => [`${shift} ${volunteer}`, minutes]),
  );
  for (const certificate of certificates.filter(({ state }) => state === 'issued')) {
    const { id, volunteer, minutes, minutesNow = minutes } = certificate;
    const paper = stored.Service.get(`CERTS#${volunteer} SNAP#${id}`);
    if (!paper) {
      yield `certificate ${id}: issued without a paper`;
      continue;
    }
    const { lines } = snapshotOf({ vault } as Tools, certificate, paper);
    const said = sumOf(lines.map((line) => line.minutes));
    const now = sumOf(
      lines.map((line) => Math.min(line.minutes, minutesOf.get(`${line.shift} ${line.volunteer}`) ?? 0)),
    );
    if (said !== minutes) yield `certificate ${id}: of ${minutes} minutes, its lines say ${said}`;
    if (now !== minutesNow) yield `certificate ${id}: says ${minutesNow} minutes count now, and it is ${now}`;
  }
}
