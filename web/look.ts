/** How a person likes pages: language, size of text, light or dark. Kept in a cookie, and with the account. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];
export const sizes = ['normal', 'large'] as const;
export const themes = ['auto', 'light', 'dark'] as const;

export interface Look {
  readonly language: Language;
  /** `large` is 长辈模式: 21 px text and 60 px controls. */
  readonly size: (typeof sizes)[number];
  readonly theme: (typeof themes)[number];
}

export const plainLook: Look = { language: 'zh-CN', size: 'normal', theme: 'auto' };
const cookie = 'timebank-look';
const yearSeconds = 365 * 24 * 3600;

/** @param header a request's Cookie header; anything unknown in it counts as not chosen */
export function lookOf(header: string | undefined): Look {
  const found = header?.split(';').find((pair) => pair.trim().startsWith(`${cookie}=`));
  const [language, size, theme] = (found?.split('=')[1] ?? '').trim().split('.');
  return {
    language: oneOf(languages, language) ?? plainLook.language,
    size: oneOf(sizes, size) ?? plainLook.size,
    theme: oneOf(themes, theme) ?? plainLook.theme,
  };
}

/** Has the browser keep a look, so that the next page is written in it. */
export function keepLook({ language, size, theme }: Look): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and in Chrome on http.
  document.cookie = `${cookie}=${language}.${size}.${theme}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`;
}

const oneOf = <T extends string>(known: readonly T[], given: string | undefined) =>
  known.find((value) => value === given);
