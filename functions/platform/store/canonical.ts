import { hash } from 'node:crypto';

/**
 * One text for one value, whatever order its attributes were written in: JSON with sorted names (by UTF-16 units),
 * without whitespace and without attributes that are undefined; bytes as base64 text.
 * @throws Error for anything without one exact text: fractions, numbers beyond 2^53, dates, functions
 */
export const canonicalJson = (value: unknown): string => textOf(value, integerText);

/** The same for what somebody asks, where coordinates have fractions. @throws Error for anything else as above */
export const requestJson = (value: unknown): string => textOf(value, finiteText);

type NumberText = (value: number) => string;

function textOf(value: unknown, numberText: NumberText): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value === 'number') return numberText(value);
  if (Array.isArray(value)) return `[${value.map((one) => textOf(one, numberText)).join(',')}]`;
  if (value instanceof Uint8Array) return `"${Buffer.from(value).toString('base64')}"`;
  if (isPlain(value)) return objectText(value, numberText);
  throw new Error(`A value of type ${typeof value} has no canonical JSON`);
}

/** SHA-256 of the UTF-8 bytes of a text: 43 characters of base64url. */
export function sha256(text: string): string {
  return hash('sha256', text, 'base64url');
}

function integerText(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`The number ${value} is not an exact integer`);
  return String(value);
}

function finiteText(value: number): string {
  return Number.isInteger(value) || !Number.isFinite(value) ? integerText(value) : String(value);
}

function objectText(value: Readonly<Record<string, unknown>>, numberText: NumberText): string {
  let text = '';
  for (const name of Object.keys(value).sort()) {
    const field = value[name];
    if (field !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${textOf(field, numberText)}`;
  }
  return `{${text}}`;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
