import type { Page } from '../page.ts';

/** What an address shows, and the words in it. */
export interface Place {
  readonly name: string;
  readonly page: Page;
  readonly params: Readonly<Record<string, string>>;
}

/** Patterns by name; `:word` stands for one segment of the path. A page's own types meet again in App. */
export type Places = readonly (readonly [name: string, pattern: string, page: unknown])[];
