/**
 * What a changed row means to the person and the guardians, a consent given or taken back; and to the school, which is
 * asked to answer. Nobody reads in a message who asks, or what for.
 */
import type { Happening } from '../../shared/rules/notice-kinds.ts';
import type { Item } from '../platform/store/port.ts';
import { askedChanged } from './changed.ts';
import type { Consent } from './rows.ts';

export function consentHappenings(before: Item | undefined, after: Item | undefined): Happening[] {
  if (!before || after?.sk !== 'V') return [];
  const [, district = '', , volunteer = ''] = after.pk.split('#');
  return (['consent', 'own'] as const).flatMap((whose): Happening[] => {
    const [was, is] = [before[whose], after[whose]] as unknown as [Consent | undefined, Consent | undefined];
    if (!is) return [];
    const facts = { whose: whose === 'own' ? 'own' : 'guardian', method: is.method };
    const told = { district, to: { volunteer }, facts };
    if (is.withdrawnAt !== undefined && was?.withdrawnAt !== is.withdrawnAt)
      return [{ ...told, kind: 'consent_withdrawn', thing: whose, at: is.withdrawnAt }];
    if (is.withdrawnOn === undefined && was?.at !== is.at)
      return [{ ...told, kind: 'consent_given', thing: whose, at: is.at }];
    return [];
  });
}

/** Somebody registers without being on the roster, or asks to correct what is stored. */
export function askingHappenings(before: Item | undefined, after: Item | undefined): Happening[] {
  if (before && after) return answered(before, after);
  const asked = before || !after ? undefined : askedChanged(after);
  if (!asked || !after) return [];
  const { district, kind, id } = asked;
  const [unit, at] = [String(after.school), Number(after.at)];
  const told = { district, thing: id, at, to: { decidersOf: unit } };
  return kind === 'registration'
    ? [{ ...told, kind: 'registration_to_decide', facts: { registration: id, unit } }]
    : [{ ...told, kind: 'request_to_answer', facts: { request: id, unit } }];
}

/** The request to correct something has its answer; who registers without an account has a receipt to look at. */
function answered(before: Item, after: Item): Happening[] {
  const asked = askedChanged(after);
  if (asked?.kind !== 'request' || before.state !== 'open' || after.state === 'open') return [];
  const { district, id } = asked;
  const to = { volunteer: String(after.volunteer) };
  return [{ kind: 'request_answered', district, thing: id, at: Number(after.answeredAt), to, facts: { request: id } }];
}
