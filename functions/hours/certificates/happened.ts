/** What a changed certificate means to its person, and that a new application waits for its unit. */
import type { Happening, NoticeFacts, NoticeKind } from '../../../shared/rules/notice-kinds.ts';
import type { Item } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { type Certificate, certificateOf, certificatesAt, isCertificate } from './rows.ts';

export function certificateHappenings(before: Item | undefined, after: Item | undefined): Happening[] {
  if (!before || !after || !isCertificate(after)) return [];
  const [was, is] = [certificateOf(before), certificateOf(after)];
  const said = saidOf(was, is);
  if (said?.at === undefined) return [];
  const { kind, at, facts } = said;
  const { district, id: certificate, volunteer } = is;
  return [{ kind, district, thing: certificate, at, to: { volunteer }, facts: { certificate, ...facts } }];
}

interface Said {
  readonly kind: NoticeKind;
  readonly at: number | undefined;
  readonly facts?: NoticeFacts;
}

function saidOf(
  was: Certificate,
  { state, minutes, minutesNow, decidedAt, correctedAt }: Certificate,
): Said | undefined {
  if (was.state === 'asked' && state === 'issued')
    return { kind: 'certificate_issued', at: decidedAt, facts: { minutes } };
  if (was.state === 'asked' && state === 'returned') return { kind: 'certificate_returned', at: decidedAt };
  if (minutesNow === undefined || minutesNow === was.minutesNow) return undefined;
  const facts = { minutesBefore: was.minutesNow ?? minutes, minutes: minutesNow };
  return { kind: 'certificate_corrected', at: correctedAt, facts };
}

/** The unit whose queue a new application has just come into. */
export function certificateAsked(before: Item | undefined, after: Item | undefined) {
  if (before || !after || !isCertificate(after)) return undefined;
  const { district, unit } = certificateOf(after);
  return { district, unit };
}

/** How many certificates wait for a unit, counted up to a hundred. */
export async function countCertificates(tools: Tools, district: string, unit: string): Promise<number> {
  const { items } = await tools.store.query({ ...certificatesAt(district, unit, 'open'), limit: 100 });
  return items.length;
}
