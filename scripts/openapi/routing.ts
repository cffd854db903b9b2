/** Which capability keeps each route, as a function that has just started knows it before any contract is loaded. */
import { join } from 'node:path';
import { capabilities } from '../../functions/entries/wiring/capabilities.ts';

export const routingPath = join(import.meta.dirname, '../../functions/entries/wiring/capability-of.json');

/** @returns the text of functions/entries/wiring/capability-of.json, the same for the same contracts */
export async function renderRouting(): Promise<string> {
  const all: Record<string, string> = {};
  for (const { name, load } of capabilities) {
    const { routes } = await load();
    for (const route of Object.keys(routes)) all[route] = name;
  }
  return `${JSON.stringify(all, null, 2)}\n`;
}
