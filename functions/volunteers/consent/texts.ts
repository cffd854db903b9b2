/** The texts that guardians agree to. A new version asks nobody again whose consent already counts. */
import type { consents } from '../../../shared/contracts/consents.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { type ConsentScope, neededScopes } from '../../../shared/rules/consent.ts';
import { type ConsentText, standardConsentText, textOn } from '../../../shared/rules/consent-text.ts';
import type { Ask } from '../../platform/ask.ts';
import type { GuardedStory } from '../../platform/http/story.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { readTexts, textWrite } from './text-rows.ts';

type List = (typeof consents)['GET /api/consent-texts'];
type Publish = (typeof consents)['POST /api/consent-texts'];

export async function listTexts({ who, now }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  const texts = await readTexts(tools, who.district);
  return { current: showText(textOn(texts, shanghaiDay(now))), items: texts.map(showText) };
}

export const publishText: GuardedStory<Publish> = {
  async plan({ who, body, now }, tools) {
    if (body.from < shanghaiDay(now)) throw new Problem('rule_in_past');
    const known = await readTexts(tools, who.district);
    if (known.some(({ version }) => version === body.version)) throw new Problem('consent_text_taken');
    checkScopes(body.scopes);
    return { result: body.version, writes: [textWrite(who.district, body, who.person, now)], answer: body };
  },
  async show({ who }, tools, version) {
    const text = (await readTexts(tools, who.district)).find((one) => one.version === version);
    return showText(text ?? standardConsentText);
  },
};

/** @throws consent_scope_needed without what every consent covers */
export function checkScopes(scopes: readonly ConsentScope[]): void {
  if (neededScopes.some((scope) => !scopes.includes(scope))) throw new Problem('consent_scope_needed');
}

export const showText = ({ scopes, ...text }: ConsentText) => ({ ...text, scopes: [...scopes] });
