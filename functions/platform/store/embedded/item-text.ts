import type { Item } from '../port.ts';

/** DynamoDB has no attribute without a name, so the name '' marks bytes without being mistaken for an attribute. */
interface BytesText {
  readonly '': string;
}

/** An item as JSON text, bytes as base64. */
export function encode(item: Item): string {
  return JSON.stringify(item, (_, value: unknown) =>
    value instanceof Uint8Array ? ({ '': Buffer.from(value).toString('base64') } satisfies BytesText) : value,
  );
}

/** The item of a text; quotes inside strings are escaped in JSON, so the mark cannot be part of a string. */
export function decode(text: string): Item {
  return JSON.parse(text, text.includes('{"":"') ? (_, value: unknown) => bytesOr(value) : undefined);
}

function bytesOr(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('' in value)) return value;
  return new Uint8Array(Buffer.from((value as BytesText)[''], 'base64'));
}
