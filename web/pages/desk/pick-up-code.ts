/** What a desk was shown: a QR code's content, or what somebody typed. */

/** Why a text is no code of this desk. */
export type NotHere = 'codeForeign' | 'codeElsewhere' | 'codeShape';

/** Written by the API into a redemption's `qr`. */
const content = /^timebank:pick-up:([^:]+):(\d{8})$/;

/** @param desk the id of the desk that reads */
export function codeIn(text: string, desk: string): { readonly code: string } | { readonly why: NotHere } {
  const shown = text.trim();
  const [, place, code] = content.exec(shown) ?? [];
  if (place !== undefined && code !== undefined) return place === desk ? { code } : { why: 'codeElsewhere' };
  const typed = shown.replaceAll(/[\s-]/g, '');
  if (/^\d{8}$/.test(typed)) return { code: typed };
  return { why: /^\d*$/.test(typed) ? 'codeShape' : 'codeForeign' };
}
