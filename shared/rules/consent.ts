/** What guardian and pupil have said to the use of the pupil's data, and what follows from it at an age. Pure. */
import { ageOn, needsConsent } from './ages.ts';
import type { Day } from './calendar.ts';
import type { Settings } from './settings.ts';

/** What a consent may cover. Roster and hours belong to every consent, the others may be refused one by one. */
export const consentScopes = ['roster', 'hours', 'publicity', 'rewards'] as const;
export type ConsentScope = (typeof consentScopes)[number];
/** Basic functions may not hang on data they do not need (《未成年人网络保护条例》 Art. 32). */
export const neededScopes = ['roster', 'hours'] as const satisfies readonly ConsentScope[];

/** Somebody's last word. */
export interface Said {
  readonly word: 'given' | 'withdrawn';
  /** Everything when absent. */
  readonly scopes?: readonly ConsentScope[];
  readonly on: Day;
}
export interface ConsentFacts {
  readonly birthDate: Day;
  readonly guardian?: Said;
  readonly own?: Said;
}
export type ConsentState = 'given' | 'missing' | 'withdrawn' | 'not_needed';
type Ages = Pick<Settings, 'consent_age' | 'guardian_age_end'>;

/**
 * Under the age of consent only a guardian's yes counts (《个人信息保护法》 Art. 31). From then on the pupil may speak
 * too, and until the guardian's rights end a no of either stands until whoever said it gives the consent again.
 */
export function consentStateOf(facts: ConsentFacts, day: Day, settings: Ages): ConsentState {
  const said = heard(facts, day, settings);
  if (said.some(({ word }) => word === 'withdrawn')) return 'withdrawn';
  if (said.length > 0) return 'given';
  return needsConsent(ageOn(facts.birthDate, day), settings) ? 'missing' : 'not_needed';
}

/** Whether the pupil's data may be used for something: what one of those who were heard left out is not covered. */
export function consentCovers(facts: ConsentFacts, scope: ConsentScope, day: Day, settings: Ages): boolean {
  const state = consentStateOf(facts, day, settings);
  if (state === 'missing' || state === 'withdrawn') return false;
  return heard(facts, day, settings).every(({ scopes }) => scopes?.includes(scope) ?? true);
}

/** Those whose word counts at the person's age. */
function heard({ birthDate, guardian, own }: ConsentFacts, day: Day, settings: Ages): Said[] {
  const age = ageOn(birthDate, day);
  const said = [age < settings.guardian_age_end ? guardian : undefined, maySpeak(age, settings) ? own : undefined];
  return said.filter((one) => one !== undefined);
}

/** Whether a pupil may consent alone. */
export const maySpeak = (age: number, settings: Pick<Settings, 'consent_age'>) => age >= settings.consent_age;

/** Whether to ask for the person's own word: from the age of consent on, and once more when the guardian's ends. */
export function isOwnWordAsked({ birthDate, own }: ConsentFacts, day: Day, settings: Ages): boolean {
  const age = ageOn(birthDate, day);
  if (!maySpeak(age, settings)) return false;
  if (!own) return true;
  return age >= settings.guardian_age_end && ageOn(birthDate, own.on) < settings.guardian_age_end;
}
