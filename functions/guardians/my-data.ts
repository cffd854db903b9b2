/** Everything that is stored about a person, in one answer (《个人信息保护法》 Art. 45). */
import type { guardians } from '../../shared/contracts/guardians.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { readGuardians } from '../access/index.ts';
import { qualificationsOfPerson, signUpsOfPerson } from '../activities/index.ts';
import { certificatesOfPerson, meritsOfPerson, recordsOfPerson } from '../hours/index.ts';
import { type Entry, readBalance, readEntries } from '../ledger/index.ts';
import { visitsOfPerson } from '../orders/index.ts';
import type { Ask } from '../platform/ask.ts';
import { openingOf, openingsOf } from '../platform/audit/openings.ts';
import { subjectOf } from '../platform/identity/who.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { redemptionsOfPerson } from '../rewards/index.ts';
import { teamsOfPerson } from '../teams/index.ts';
import { registrationsMergedInto, storedOf } from '../volunteers/index.ts';
import { claimsOfPerson } from '../wishes/index.ts';
import { showOpening } from './openings.ts';

type Route = (typeof guardians)['GET /api/me/data'];

export async function showMyData({ who, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { district } = who;
  const id = subjectOf(who);
  const registrations = [id, ...(await registrationsMergedInto(tools, district, id))];
  const [stored, known, teams, records, balance, entries, redemptions, openings, merits, qualifications, serving] =
    await Promise.all([
      storedOf(tools, district, id),
      readGuardians(tools, district, id),
      teamsOfPerson(tools, district, id),
      recordsOfPerson(tools, district, id),
      readBalance(tools, district, id),
      readEntries(tools, district, id),
      redemptionsOfPerson(tools, district, id),
      readAll(tools.store, openingsOf(district, id)),
      meritsOfPerson(tools, district, id),
      qualificationsOfPerson(tools, district, id),
      servingOf(tools, district, registrations),
    ]);
  if (!stored) throw new Error('A volunteer with an account is on no roster');
  const { points, debt, minutes, minutesByStage, minutesByYear } = balance;
  return {
    on: new Date(now).toISOString(),
    person: { ...stored.person, schoolName: who.units.get(stored.person.school)?.name },
    consents: stored.consents,
    requests: stored.requests,
    guardians: known.map(({ login, since }) => ({ login, since: shanghaiDay(since) })),
    teams: teams.map(({ name, brand }) => ({ name, brand })),
    records,
    balance: { points, debt, minutes, minutesByStage, minutesByYear },
    entries: entries.map(showEntry),
    redemptions: redemptions.map((redemption) => ({ ...redemption })),
    merits,
    qualifications,
    ...serving,
    certificates: await certificatesOfPerson(tools, who, registrations),
    openings: openings.map((item) => showOpening(who.units, openingOf(item))),
  };
}

/** Also of registrations that were merged into the person's. */
async function servingOf(tools: Tools, district: string, registrations: readonly string[]) {
  const listed = async <One>(read: (tools: Tools, district: string, id: string) => Promise<One[]>) =>
    (await Promise.all(registrations.map((id) => read(tools, district, id)))).flat();
  const [signUps, visits, claims] = await Promise.all([
    listed(signUpsOfPerson),
    listed(visitsOfPerson),
    listed(claimsOfPerson),
  ]);
  return { signUps, visits, claims };
}

const showEntry = ({ seq, kind, at, points, debt, minutes, pointsAfter, reference, hash }: Entry) => ({
  number: seq,
  kind,
  at: new Date(at).toISOString(),
  points,
  debt,
  minutes,
  balance: pointsAfter,
  reference,
  hash,
});
