/** A page as data: who may see it, what it reads of the API, and what it shows of that. */
import type { ComponentChildren } from 'preact';
import type { Role } from '../shared/roles.ts';
import type { AnswerOf, Data, Reads } from './api/read.ts';
import type { Language, Look } from './look.ts';

export type Session = AnswerOf<'GET /api/session'>;

/** Where a visitor is, as both renderings know it. */
export interface Where {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly look: Look;
  /** Absent on pages for anyone when nobody is signed in. */
  readonly session?: Session;
  /** Messages that wait in the visitor's inbox. */
  readonly unread?: number;
  /** Epoch milliseconds of the page's request: the same in both renderings. */
  readonly now: number;
  /** `https://host`, for addresses that leave the page: posters, cards. */
  readonly origin: string;
  /** What the law wants at the foot of a page: ICP, 公安备案. */
  readonly filings: readonly string[];
}

/** Words of an area in every language: `{ 'zh-CN': {…}, en: {…} }`. */
export type Words<W> = Readonly<Record<Language, W>>;

export interface View<W, R extends Reads> {
  readonly where: Where;
  readonly words: W;
  readonly data: Data<R>;
  /** Asks the page's reads again over HTTP and shows what came. @throws Refused */
  refresh(): Promise<void>;
}

export interface Page<W = unknown, R extends Reads = Reads> {
  readonly allow: readonly Role[] | 'signed_in' | 'anyone';
  readonly words: Words<W>;
  title(words: W, data: Data<R> | undefined): string;
  /** `app` has navigation around it, `bare` none: sign-in, print, a code held up full screen. */
  readonly frame: 'app' | 'bare';
  reads(where: Where): R;
  view(view: View<W, R>): ComponentChildren;
}

/** Keeps the types of a page's words and reads together. */
export const definePage = <W, R extends Reads>(page: Page<W, R>): Page<W, R> => page;
