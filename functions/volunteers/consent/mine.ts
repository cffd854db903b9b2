/**
 * A guardian's word on a child, and a pupil's own from the age of consent on: to be read, given, taken back and given
 * again. Each word stays in the history.
 */
import type { consents } from '../../../shared/contracts/consents.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { ageOn } from '../../../shared/rules/ages.ts';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { isOwnWordAsked, maySpeak } from '../../../shared/rules/consent.ts';
import { textOn } from '../../../shared/rules/consent-text.ts';
import { readSettings } from '../../district/index.ts';
import type { Ask } from '../../platform/ask.ts';
import { subjectOf, type Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { consentOf, readPeople } from '../people.ts';
import type { Consent } from '../rows.ts';
import { showConsents } from '../show-person.ts';
import { sayConsent, takenBack } from './say.ts';
import { readTexts } from './text-rows.ts';
import { checkScopes, showText } from './texts.ts';

type Show = (typeof consents)['GET /api/me/consent'];
type Give = (typeof consents)['POST /api/me/consent'];
type Withdraw = (typeof consents)['POST /api/me/consent/withdrawal'];

export const showMyConsent = ({ who, now }: Ask<Show>, tools: Tools): Promise<Answer<Show>> => show(tools, who, now);

export async function giveMyConsent({ who, body, now }: Ask<Give>, tools: Tools): Promise<Answer<Give>> {
  const today = shanghaiDay(now);
  const text = textOn(await readTexts(tools, who.district), today);
  if (body.textVersion !== text.version) throw new Problem('consent_text_changed');
  checkScopes(body.scopes);
  await checkVoice(tools, who, now);
  const scopes = text.scopes.filter((scope) => body.scopes.includes(scope));
  const word: Consent = {
    method: isGuardian(who) ? 'link' : 'own',
    textVersion: text.version,
    signedOn: today,
    scopes,
    at: now,
    by: who.person,
    byRole: who.post.role,
  };
  await sayConsent(tools, who.district, subjectOf(who), (before) => {
    const known = isGuardian(who) ? before.consent : before.own;
    return isSame(known, word) ? undefined : word;
  });
  return show(tools, who, now);
}

export async function withdrawMyConsent({ who, now }: Ask<Withdraw>, tools: Tools): Promise<Answer<Withdraw>> {
  await checkVoice(tools, who, now);
  const taken = {
    withdrawnOn: shanghaiDay(now),
    withdrawnAt: now,
    withdrawnBy: who.person,
    withdrawnByRole: who.post.role,
  };
  await sayConsent(tools, who.district, subjectOf(who), (before) =>
    takenBack(isGuardian(who) ? before.consent : before.own, taken),
  );
  return show(tools, who, now);
}

const isGuardian = ({ post }: Who) => post.role === 'guardian';

const isSame = (known: Consent | undefined, word: Consent) =>
  known?.withdrawnAt === undefined &&
  known?.textVersion === word.textVersion &&
  known.method === word.method &&
  String(known.scopes) === String(word.scopes);

/** @throws consent_not_yours for a pupil under the age of consent: the guardian speaks */
async function checkVoice(tools: Tools, who: Who, now: number): Promise<void> {
  const { mayGive } = await show(tools, who, now);
  if (!mayGive) throw new Problem('consent_not_yours');
}

async function show(tools: Tools, who: Who, now: number): Promise<Answer<Show>> {
  const volunteer = subjectOf(who);
  const today = shanghaiDay(now);
  const [[person], settings, texts, history] = await Promise.all([
    readPeople(tools, who.district, [volunteer]),
    readSettings(tools, who.district, today),
    readTexts(tools, who.district),
    showConsents(tools, who.district, volunteer),
  ]);
  if (!person) throw new Error('A volunteer with an account is on no roster');
  const said = isGuardian(who) ? person.said.guardian : person.said.own;
  const facts = { birthDate: person.birthDate, ...person.said };
  const age = ageOn(person.birthDate, today);
  return {
    volunteer,
    state: consentOf(person, today, settings),
    mayGive: isGuardian(who) || maySpeak(age, settings),
    ownWordAsked: isOwnWordAsked(facts, today, settings),
    given: said?.word === 'given',
    scopes: said?.scopes && [...said.scopes],
    text: showText(textOn(texts, today)),
    history,
  };
}
