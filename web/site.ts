/** Which address shows which page. A page's name is its folder under pages/. */
import type { Page } from './page.ts';
import { homePage } from './pages/home/page.tsx';
import { activityPlaces } from './site/activities.ts';
import { officePlaces } from './site/office.ts';
import { orderPlaces } from './site/orders.ts';
import { ownPlaces } from './site/own.ts';
import type { Place } from './site/place.ts';
import { servicePlaces } from './site/service.ts';

const places = [...ownPlaces, ...servicePlaces, ...activityPlaces, ...orderPlaces, ...officePlaces];

export const pageNames: readonly string[] = places.map(([name]) => name);

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
