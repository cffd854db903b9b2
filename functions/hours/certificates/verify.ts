/**
 * Anybody with a certificate in hand looks whether it is true: what the paper says of its period, its total and its
 * issuer, and the masked name. A number that does not exist is told apart from nothing; tries are few.
 */
import type { certificates } from '../../../shared/contracts/certificates.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { maskName } from '../../../shared/rules/masking.ts';
import { takePublicTry } from '../../access/index.ts';
import type { Ask } from '../../platform/ask.ts';
import { normaliseOneTimeCode } from '../../platform/identity/one-time-code.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { certificateAt, certificateOf, type Line, numberAt, snapshotAt, snapshotOf } from './rows.ts';
import { stateOf } from './show.ts';

type Route = (typeof certificates)['GET /api/certificates/{number}'];

export async function verifyCertificate({ params, now, wire }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const retryAfter = await takePublicTry(tools, 'certificate', wire.address, now);
  if (retryAfter > 0) throw new Problem('certificate_checks_paused', { retryAfter });
  const number = numberTyped(params.number);
  const [claim] = number === undefined ? [] : await tools.store.get([numberAt(number)]);
  if (!claim) return { standing: 'unknown' };
  const named = {
    district: String(claim.district),
    volunteer: String(claim.volunteer),
    id: String(claim.certificate),
  };
  const [item, frozen] = await tools.store.get([certificateAt(named), snapshotAt(named)]);
  if (!item || !frozen) throw new Error('A number leads to no certificate');
  const found = certificateOf(item);
  const { name, unitName, lines } = snapshotOf(tools, named, frozen);
  const isCorrected = stateOf(found) === 'corrected';
  return {
    standing: isCorrected ? 'corrected' : 'valid',
    number,
    name: maskName(name),
    unitName,
    ...periodOf(lines),
    minutes: found.minutes,
    minutesNow: isCorrected ? found.minutesNow : undefined,
    issuedOn: shanghaiDay(found.decidedAt ?? 0),
  };
}

/** From the first service to the last, as the paper says; a service is over on the day it began. */
function periodOf(lines: readonly Line[]) {
  const [first, last] = [lines[0], lines.at(-1)];
  return { from: first && shanghaiDay(first.from), to: last && shanghaiDay(last.from) };
}

/** However it was typed: full-width, lower case, with other dashes or none. */
function numberTyped(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s\p{Dash}]/gu, '');
  const [day, code = ''] = [plain.slice(0, 8), normaliseOneTimeCode(plain.slice(8))];
  if (!/^\d{8}$/.test(day) || code === '') return undefined;
  return `${day}-${code.slice(0, 4)}-${code.slice(4)}`;
}
