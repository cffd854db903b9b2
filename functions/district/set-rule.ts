/** Gives a rule a new value from today or a later day on: what was done under the old value stays as it was. */
import type { district } from '../../shared/contracts/district.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { settingAllows } from '../../shared/rules/settings.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { ruleAt, ruleOf, written } from './rows.ts';

type Route = (typeof district)['POST /api/rules'];

export const setRule: GuardedStory<Route> = {
  async plan({ who, body, now }) {
    if (!settingAllows(body.key, body.value)) throw new Problem('rule_value_invalid');
    if (body.from < shanghaiDay(now)) throw new Problem('rule_in_past');
    return {
      result: `${body.key}#${body.from}`,
      writes: [{ ...ruleAt(who.district, body.key, body.from), put: { ...written(who.person, now), ...body } }],
      answer: body,
    };
  },
  async show({ who }, tools, result) {
    const [key = '', from = ''] = result.split('#');
    const [item] = await tools.store.get([ruleAt(who.district, key, from)]);
    if (!item) throw new Error('A rule has vanished');
    return ruleOf(item);
  },
};
