/** What a changed person's row means to the person and the guardians: a consent given or taken back. */
import type { Happening } from '../../shared/rules/notice-kinds.ts';
import type { Item } from '../platform/store/port.ts';
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
