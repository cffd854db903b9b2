import type { Attributes, Value } from './port.ts';

/** The attributes that have a value. */
export function present(row: Readonly<Record<string, Value | undefined>>): Attributes {
  return Object.fromEntries(Object.entries(row).filter((entry): entry is [string, Value] => entry[1] !== undefined));
}
