/**
 * Items as the engine keeps them: its own frozen copies, so that neither a caller nor the store can change what the
 * other holds. Bytes cannot be frozen and are copied again on the way out.
 */
import type { Change, Item, Key, Value } from '../port.ts';
import { limits } from '../port.ts';
import { utf8Bytes } from '../utf8.ts';
import type { Stored } from './ordered-map.ts';

type Fields = Record<string, Value>;

/** A new item from what a caller wrote. */
export function putItem({ pk, sk }: Key, attributes: Readonly<Fields>): Stored {
  const tally: Tally = { sizeBytes: 0, holdsBytes: false };
  const item = fieldsOf({ ...attributes, pk, sk }, tally) as Item;
  if (tally.sizeBytes <= limits.itemBytes) return { item, ...tally };
  throw new Error(`An item of ${tally.sizeBytes} bytes, ${limits.itemBytes} are allowed`);
}

/** The item after a change; an absent item is made from its key. */
export function updatedItem(key: Key, before: Item | undefined, { set, add = {}, remove = [] }: Change): Stored {
  const fields: Fields = { ...before, ...set };
  for (const name of Object.keys(add)) fields[name] = counted(name, before?.[name], add[name] as number);
  for (const name of remove) delete fields[name];
  return putItem(key, fields);
}

function counted(name: string, count: Value | undefined, amount: number): number {
  if (count === undefined) return amount;
  if (typeof count === 'number') return count + amount;
  throw new Error(`The attribute ${name} is not a number and cannot be counted up`);
}

/** What a caller may keep of an item: the frozen item itself, copied only where it holds bytes. */
export function lent(stored: Stored): Item;
export function lent(stored: Stored | undefined): Item | undefined;
export function lent(stored: Stored | undefined): Item | undefined {
  return stored?.holdsBytes ? (withOwnBytes(stored.item) as Item) : stored?.item;
}

/** What was checked and measured when it was written is only copied, and only around its bytes. */
function withOwnBytes(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (Array.isArray(value)) return Object.freeze(value.map(withOwnBytes));
  const fields: Fields = { ...(value as Readonly<Fields>) };
  for (const name of Object.keys(fields)) {
    const field = fields[name] as Value;
    if (typeof field === 'object') fields[name] = withOwnBytes(field);
  }
  return Object.freeze(fields);
}

/** Counts bytes as the developer guide of DynamoDB does (“Item sizes and formats”). */
interface Tally {
  sizeBytes: number;
  holdsBytes: boolean;
}

/** A frozen copy of the named values; undefined is left out, as the AWS SDK does. */
function fieldsOf(from: Readonly<Record<string, Value | undefined>>, tally: Tally): Fields {
  const fields = { ...from };
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value === undefined) {
      delete fields[name];
      continue;
    }
    if (name === '' || name === '__proto__') throw new Error(`“${name}” cannot be the name of an attribute`);
    tally.sizeBytes += utf8Bytes(name);
    const kept = owned(value, tally);
    if (kept !== value) fields[name] = kept;
  }
  return Object.freeze(fields as Fields);
}

function owned(value: Value, tally: Tally): Value {
  if (typeof value === 'object' && value !== null) return ownedObject(value, tally);
  if (typeof value === 'string') tally.sizeBytes += utf8Bytes(value);
  else if (typeof value === 'number') tally.sizeBytes += numberBytes(value);
  else if (typeof value === 'boolean' || value === null) tally.sizeBytes += 1;
  else throw new Error(`A ${typeof value} cannot be stored`);
  return value;
}

function ownedObject(value: Exclude<Value, string | number | boolean | null>, tally: Tally): Value {
  if (value instanceof Uint8Array) {
    tally.holdsBytes = true;
    tally.sizeBytes += value.length;
    return new Uint8Array(value);
  }
  if (Array.isArray(value)) {
    const kept = value.filter((one) => one !== undefined);
    tally.sizeBytes += 3 + kept.length;
    return Object.freeze(kept.map((one) => owned(one, tally)));
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new Error('Only plain objects can be stored');
  tally.sizeBytes += 3 + Object.keys(value).length;
  return fieldsOf(value as Readonly<Fields>, tally);
}

function numberBytes(value: number): number {
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) throw new Error(`The number ${value} cannot be stored exactly`);
  return 1 + Math.ceil(String(Math.abs(value)).length / 2);
}
