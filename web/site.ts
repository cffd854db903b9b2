/** Which address shows which page. A page's name is its folder under pages/. */
import type { Page } from './page.ts';
import { activatePage } from './pages/activate/page.tsx';
import { homePage } from './pages/home/page.tsx';
import { lookPage } from './pages/look/page.tsx';
import { pointsPage } from './pages/points/page.tsx';
import { signInPage } from './pages/sign-in/page.tsx';

export interface Place {
  readonly name: string;
  readonly page: Page;
  readonly params: Readonly<Record<string, string>>;
}

/** Patterns by name; `:word` stands for one segment of the path. */
const places: readonly (readonly [name: string, pattern: string, page: unknown])[] = [
  ['home', '/', homePage],
  ['sign-in', '/sign-in', signInPage],
  ['activate', '/activate', activatePage],
  ['look', '/look', lookPage],
  ['points', '/me', pointsPage],
];

/** Where nothing is: said in the frame that the visitor knows. */
export const lost: Place = { name: 'home', page: homePage as Page, params: {} };

export function findPage(path: string): Place | undefined {
  for (const [name, pattern, page] of places) {
    const params = match(pattern, path);
    // A page's own types meet again in App: what it reads is what it is shown.
    if (params) return { name, page: page as Page, params };
  }
  return undefined;
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const part = given[index] ?? '';
    if (segment.startsWith(':')) params[segment.slice(1)] = decodeURIComponent(part);
    else if (segment !== part) return undefined;
  }
  return params;
}
