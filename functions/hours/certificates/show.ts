/** Certificates as their person sees them, and as those who decide on them do. */
import type { CertificateState, certificates } from '../../../shared/contracts/certificates.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { staffNames } from '../../access/index.ts';
import type { Ask } from '../../platform/ask.ts';
import { pageOf } from '../../platform/http/cursor.ts';
import { subjectOf, type Who } from '../../platform/identity/who.ts';
import { iso } from '../../platform/instant.ts';
import { Problem } from '../../platform/problem.ts';
import { readAll } from '../../platform/store/read-all.ts';
import type { Tools } from '../../platform/tools.ts';
import { classLabel, readNaming, readPeople } from '../../volunteers/index.ts';
import { linesFor, minutesOf } from './lines.ts';
import { mustBeInScope, readOwnCertificate } from './read.ts';
import {
  type Certificate,
  certificateOf,
  certificatesAt,
  certificatesOf,
  openAnswer,
  snapshotAt,
  snapshotOf,
} from './rows.ts';
import { stands } from './who-decides.ts';

type Routes = typeof certificates;
type Mine = Routes['GET /api/me/certificates'];
type Theirs = Routes['GET /api/volunteers/{volunteer}/certificates'];
type Queue = Routes['GET /api/certificates'];
type One = Routes['GET /api/volunteers/{volunteer}/certificates/{certificate}'];
type Shown = Answer<Mine>['items'][number];

export const listMyCertificates = ({ who, query }: Ask<Mine>, tools: Tools): Promise<Answer<Mine>> =>
  pageFor(tools, who, subjectOf(who), query);

export async function listCertificates(
  { who, params, query, now }: Ask<Theirs>,
  tools: Tools,
): Promise<Answer<Theirs>> {
  await mustBeInScope(tools, who, params.volunteer, now);
  return pageFor(tools, who, params.volunteer, query);
}

async function pageFor(tools: Tools, who: Who, volunteer: string, asked: { cursor?: string; limit: number }) {
  const { items, next } = await pageOf(tools, certificatesOf(who.district, volunteer), asked);
  return { items: await showAll(tools, who, items.map(certificateOf)), next };
}

/** All of a person's, also those of registrations that were merged, for the person's own download. */
export async function certificatesOfPerson(tools: Tools, who: Who, registrations: readonly string[]) {
  const lists = registrations.map((id) => readAll(tools.store, certificatesOf(who.district, id)));
  return showAll(tools, who, (await Promise.all(lists)).flat().map(certificateOf));
}

export async function listQueue({ who, query, now }: Ask<Queue>, tools: Tools): Promise<Answer<Queue>> {
  if (!who.units.covers(who.post.unit, query.unit)) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, certificatesAt(who.district, query.unit, query.state), query);
  return { items: await showQueued(tools, who, items.map(certificateOf), now), next };
}

export async function showForReview({ who, params, now }: Ask<One>, tools: Tools): Promise<Answer<One>> {
  return showReviewed(tools, who, await readOwnCertificate(tools, who, params.volunteer, params.certificate), now);
}

/** Before it is issued with the services as they count now; afterwards as the paper has them. */
export async function showReviewed(tools: Tools, who: Who, found: Certificate, now: number): Promise<Answer<One>> {
  const [item] = found.state === 'issued' ? await tools.store.get([snapshotAt(found)]) : [];
  const lines = item ? snapshotOf(tools, found, item).lines : await linesFor(tools, found);
  const counted = found.state === 'asked' ? { minutes: minutesOf(lines), services: lines.length } : {};
  const [shown] = await showQueued(tools, who, [{ ...found, ...counted }], now);
  if (!shown) throw new Error('A certificate was not shown');
  const told = lines.map(({ shift, name, place, from, to, minutes }) => ({
    ...{ shift, name, place, minutes },
    from: iso(from),
    to: iso(to),
  }));
  return { ...shown, services: Math.max(1, shown.services), lines: told };
}

async function showQueued(tools: Tools, who: Who, list: readonly Certificate[], now: number) {
  const ids = [...new Set(list.map(({ volunteer }) => volunteer))];
  const [shown, people, names] = await Promise.all([
    showAll(tools, who, list),
    ids.length === 0 ? [] : readPeople(tools, who.district, ids),
    staffNames(
      tools,
      who.district,
      list.filter(({ byStaff }) => byStaff).map(({ askedBy }) => askedBy),
    ),
  ]);
  const today = shanghaiDay(now);
  const naming = await readNaming(tools, who.district, people, today);
  const byId = new Map(people.map((person) => [person?.id, person]));
  return shown.map((one, at) => {
    const [found, person] = [list[at], byId.get(one.volunteer)];
    return {
      ...one,
      name: naming(person).name,
      class: person ? classLabel(person, today) : '',
      askedBy: names.get(found?.askedBy ?? '') ?? '',
      mayDecide: one.state === 'asked' && found !== undefined && stands(who, found) === undefined,
    };
  });
}

export async function showCertificate(tools: Tools, who: Who, certificate: Certificate): Promise<Shown> {
  const [shown] = await showAll(tools, who, [certificate]);
  if (!shown) throw new Error('A certificate was not shown');
  return shown;
}

async function showAll(tools: Tools, { district, units }: Who, list: readonly Certificate[]): Promise<Shown[]> {
  const deciders = list.map(({ decidedBy }) => decidedBy).filter((one) => one !== undefined);
  const names = await staffNames(tools, district, deciders);
  return list.map((one) => {
    const { id, volunteer, unit, from, to, minutes, services, askedAt, decidedAt, decidedBy, number, minutesNow } = one;
    return {
      ...{ id, volunteer, unit, from, to, minutes, services, number },
      unitName: units.get(unit)?.name ?? '',
      state: stateOf(one),
      askedAt: iso(askedAt),
      decidedAt: decidedAt === undefined ? undefined : iso(decidedAt),
      decider: decidedBy && names.get(decidedBy),
      answer: openAnswer(tools, one),
      minutesNow: stateOf(one) === 'corrected' ? minutesNow : undefined,
    };
  });
}

export const stateOf = ({ state, minutes, minutesNow = minutes }: Certificate): CertificateState =>
  state === 'issued' && minutesNow !== minutes ? 'corrected' : state;
