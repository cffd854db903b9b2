import type { Value } from './port.ts';

type Fields = Readonly<Record<string, Value | undefined>>;

/** Whether two values are the same to DynamoDB; an attribute that is undefined is absent. */
export function sameValue(left: Value | undefined, right: Value | undefined): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (kind(left) !== kind(right)) return false;
  const [a, b] = [left as Fields, right as Fields];
  return (
    Object.keys(a).every((name) => sameValue(a[name], b[name])) && Object.keys(b).every((name) => isIn(a, b, name))
  );
}

/** Only absence is left to compare: what both have has been compared. */
function isIn(a: Fields, b: Fields, name: string): boolean {
  return a[name] !== undefined || b[name] === undefined;
}

function kind(value: object): 'list' | 'bytes' | 'map' {
  if (Array.isArray(value)) return 'list';
  return value instanceof Uint8Array ? 'bytes' : 'map';
}
