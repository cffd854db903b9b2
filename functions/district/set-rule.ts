/** Gives a rule a new value from today or a later day on: what was done under the old value stays as it was. */
import type { district } from '../../shared/contracts/district.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { settingAllows } from '../../shared/rules/settings.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { rulesAt, rulesOf, rulesWrite } from './rows.ts';

type Route = (typeof district)['POST /api/rules'];

export const setRule: GuardedStory<Route> = {
  async plan({ who, body, now }, tools) {
    if (!settingAllows(body.key, body.value)) throw new Problem('rule_value_invalid');
    if (body.from < shanghaiDay(now)) throw new Problem('rule_in_past');
    const { ver, versions } = await readRules(tools, who.district);
    const others = versions.filter(({ key, from }) => key !== body.key || from !== body.from);
    const rule = { ...body, by: who.person, at: now };
    return {
      result: `${body.key}#${body.from}`,
      writes: [rulesWrite(who.district, { ver, versions: [...others, rule] })],
      answer: body,
    };
  },
  async show({ who }, tools, result) {
    const { versions } = await readRules(tools, who.district);
    const rule = versions.find(({ key, from }) => `${key}#${from}` === result);
    if (!rule) throw new Error('A rule has vanished');
    return rule;
  },
};

async function readRules(tools: Tools, district: string) {
  const [item] = await tools.store.get([rulesAt(district)]);
  return rulesOf(item);
}
