/**
 * Somebody registers without an account, and later asks by the receipt what became of it. The answer is the same
 * whoever is on the roster; under the age of consent a guardian has to say yes before anything is kept.
 */
import type { registrations } from '../../../shared/contracts/registrations.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { ageOn } from '../../../shared/rules/ages.ts';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { maySpeak } from '../../../shared/rules/consent.ts';
import { takePublicTry } from '../../access/index.ts';
import { readSettings, schoolByCode, treeAt, treeOf } from '../../district/index.ts';
import type { Ask } from '../../platform/ask.ts';
import { takeTry } from '../../platform/identity/limiter.ts';
import { hashOneTimeCode, makeOneTimeCode } from '../../platform/identity/one-time-code.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { cellText, nameText, numberText } from '../roster/cells.ts';
import { groupSaid } from './groups.ts';
import { askingWrites, type Registration, registrationAt, registrationOf, schoolTriesAt, ticketAt } from './rows.ts';

type Register = (typeof registrations)['POST /api/schools/{code}/registrations'];
type Status = (typeof registrations)['POST /api/registrations/status'];

/** A school's first day of term at once, then one in two minutes. */
const schoolBudget = { burst: 300, intervalMs: 120_000 };

export async function registerMyself(ask: Ask<Register>, tools: Tools): Promise<Answer<Register>> {
  const { params, body, now, wire } = ask;
  await pause(takePublicTry(tools, 'registration', wire.address, now));
  const school = await schoolByCode(tools, params.code);
  if (!school) throw new Problem('not_found');
  const today = shanghaiDay(now);
  if (body.birthDate >= today)
    throw new Problem('shape_invalid', { errors: [{ pointer: '/body/birthDate', message: '请填出生日期' }] });
  const [tree] = await tools.store.get([treeAt(school.district)]);
  const of = groupSaid(treeOf(tree).get(school.unit)?.kind ?? 'school', body, today);
  const settings = await readSettings(tools, school.district, today);
  const isSpokenFor = body.guardian !== undefined && body.guardianAgrees === true;
  if (!maySpeak(ageOn(body.birthDate, today), settings) && !isSpokenFor) throw new Problem('consent_missing');
  const tries = schoolTriesAt(school.district, school.unit);
  await pause(takeTry(tools.store, tries, { ...schoolBudget, now }, tools.newId(now)));
  const ticket = makeOneTimeCode(tools.randomBytes);
  const registration: Registration = {
    id: tools.newId(now),
    school: school.unit,
    at: now,
    state: 'open',
    said: {
      name: nameText(cellText(body.name)),
      number: numberText(cellText(body.number)),
      birthDate: body.birthDate,
      class: of,
      guardian: body.guardian,
    },
  };
  const writes = askingWrites(tools, school.district, registration, hashOneTimeCode(tools.vault, ticket) ?? '');
  await tools.store.transact(`register#${registration.id}`, writes);
  return { ticket };
}

export async function showStatus({ body, now, wire }: Ask<Status>, tools: Tools): Promise<Answer<Status>> {
  await pause(takePublicTry(tools, 'receipt', wire.address, now));
  const hash = hashOneTimeCode(tools.vault, body.ticket);
  const [named] = hash === undefined ? [] : await tools.store.get([ticketAt(hash)]);
  if (!named) throw new Problem('ticket_invalid');
  const district = String(named.district);
  const [item] = await tools.store.get([registrationAt(district, String(named.registration))]);
  const found = registrationOf(tools, district, item);
  if (!found) throw new Error('A receipt leads nowhere');
  return { state: found.state, answer: found.answer };
}

/** @throws registrations_paused when there is to be waited */
async function pause(waiting: Promise<number>): Promise<void> {
  const retryAfter = await waiting;
  if (retryAfter > 0) throw new Problem('registrations_paused', { retryAfter });
}
