/**
 * A named person of the recording unit issues a certificate, or sends it back with a reason. What is issued is frozen
 * with its number in one transaction; it is what the reviewer saw, or nothing.
 */
import type { certificates } from '../../../shared/contracts/certificates.ts';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { postsOf } from '../../access/index.ts';
import type { GuardedStory } from '../../platform/http/story.ts';
import { makeOneTimeCode } from '../../platform/identity/one-time-code.ts';
import type { Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import type { Write } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { classLabel, readPeople } from '../../volunteers/index.ts';
import { childrenIn } from '../children.ts';
import { linesFor, linesMax, minutesOf } from './lines.ts';
import { readOwnCertificate } from './read.ts';
import { type Certificate, decidingWrites, issuingWrites, type Snapshot, sealAnswer } from './rows.ts';
import { showReviewed } from './show.ts';
import { stands } from './who-decides.ts';

type Route = (typeof certificates)['POST /api/volunteers/{volunteer}/certificates/{certificate}/decision'];

export const decideCertificate: GuardedStory<Route> = {
  async plan({ who, params, body, now }, tools) {
    const found = await readOwnCertificate(tools, who, params.volunteer, params.certificate);
    await mustBeFree(tools, who, found);
    if (found.state !== 'asked') throw new Problem('certificate_decided');
    const decided = { decidedBy: who.account, decidedAt: now };
    if (!body.approved) {
      const answer = sealAnswer(tools, found, body.answer);
      return { result: found.id, writes: decidingWrites(found, { ...decided, state: 'returned', answer }) };
    }
    return { result: found.id, writes: await issue(tools, who, found, { seen: body.minutes, ...decided }) };
  },
  show: async ({ who, params, now }, tools) =>
    showReviewed(tools, who, await readOwnCertificate(tools, who, params.volunteer, params.certificate), now),
};

async function mustBeFree(tools: Tools, who: Who, found: Certificate): Promise<void> {
  const against = stands(who, found);
  if (against) throw new Problem(against);
  if (childrenIn(await postsOf(tools, who)).has(found.volunteer)) throw new Problem('relative_hours');
}

interface Issuing {
  readonly decidedBy: string;
  readonly decidedAt: number;
  /** The total that the reviewer had on the screen. */
  readonly seen: number;
}

async function issue(tools: Tools, who: Who, found: Certificate, issuing: Issuing): Promise<Write[]> {
  const { seen, decidedAt, decidedBy } = issuing;
  const [lines, [person]] = await Promise.all([
    linesFor(tools, found),
    readPeople(tools, found.district, [found.volunteer]),
  ]);
  if (lines.length > linesMax) throw new Problem('certificate_too_long');
  const counted = { minutes: minutesOf(lines), services: lines.length };
  if (!person || lines.length === 0 || counted.minutes !== seen) throw new Problem('certificate_outdated');
  const today = shanghaiDay(decidedAt);
  // The day can be guessed and the rest cannot: forty random bits, and few tries.
  const number = `${today.replaceAll('-', '')}-${makeOneTimeCode(tools.randomBytes)}`;
  const snapshot: Snapshot = {
    name: person.name,
    schoolName: who.units.get(person.school)?.name ?? '',
    class: classLabel(person, today),
    unitName: who.units.get(found.unit)?.name ?? '',
    lines,
  };
  const state = 'issued' as const;
  return [
    ...decidingWrites(found, { state, number, decidedBy, decidedAt, ...counted }),
    ...issuingWrites(tools, { ...found, number }, snapshot),
  ];
}
