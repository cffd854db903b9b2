/**
 * Guards and changes as DynamoDB's expressions. Every name and value is aliased: no word of ours can be a reserved one.
 */
import type { Change, Condition, Guard, Value } from '../port.ts';

/** The aliases of all expressions of one request. */
export interface Aliases {
  readonly names: Record<string, string>;
  readonly values: Record<string, Value>;
}

export const noAliases = (): Aliases => ({ names: {}, values: {} });

export function nameAlias({ names }: Aliases, attribute: string): string {
  const known = Object.keys(names).find((alias) => names[alias] === attribute);
  const alias = known ?? `#a${Object.keys(names).length}`;
  names[alias] = attribute;
  return alias;
}

export function valueAlias({ values }: Aliases, value: Value): string {
  const alias = `:v${Object.keys(values).length}`;
  values[alias] = value;
  return alias;
}

/** A guard as ConditionExpression. */
export function conditionText(guard: Guard, aliases: Aliases): string {
  return guard.map((condition) => oneCondition(condition, aliases)).join(' AND ');
}

function oneCondition(condition: Condition, aliases: Aliases): string {
  if ('any' in condition) return `(${condition.any.map((one) => oneCondition(one, aliases)).join(' OR ')})`;
  const [attribute, is, than] = condition;
  const name = nameAlias(aliases, attribute);
  if (is === 'absent') return `attribute_not_exists(${name})`;
  if (is === 'present') return `attribute_exists(${name})`;
  const comparison = `${name} ${is} ${valueAlias(aliases, than as Value)}`;
  // To DynamoDB an absent attribute is unequal to everything; here a comparison with it fails.
  return is === '<>' ? `(attribute_exists(${name}) AND ${comparison})` : comparison;
}

/** A change as UpdateExpression. */
export function updateText({ set = {}, add = {}, remove = [] }: Change, aliases: Aliases): string {
  const sets = Object.entries(set).map(
    ([name, value]) => `${nameAlias(aliases, name)} = ${valueAlias(aliases, value)}`,
  );
  const adds = Object.entries(add).map(([name, value]) => `${nameAlias(aliases, name)} ${valueAlias(aliases, value)}`);
  const removes = remove.map((name) => nameAlias(aliases, name));
  return [clause('SET', sets), clause('ADD', adds), clause('REMOVE', removes)].filter(Boolean).join(' ');
}

function clause(word: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : `${word} ${parts.join(', ')}`;
}
