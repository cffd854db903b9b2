/**
 * Compares two strings as DynamoDB and SQLite do: by their UTF-8 bytes. JavaScript compares UTF-16 units, which puts
 * characters beyond U+FFFF (their units start at U+D800) before U+E000–U+FFFF.
 * @returns a negative number, zero or a positive number, as for `Array.sort`
 */
export function compareUtf8(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

/** A UTF-16 unit's place among first differing units: halves of surrogate pairs come after everything else. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** Bytes of a string in UTF-8. Most strings here are short and ASCII, and those need no call into the runtime. */
export function utf8Bytes(text: string): number {
  if (text.length > 64) return Buffer.byteLength(text);
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) > 0x7f) return Buffer.byteLength(text);
  }
  return text.length;
}
