/** What every page promises, whoever it is for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officePlaces } from '../../../web/site/office.ts';
import { pageNames } from '../../../web/site.ts';
import { type Address, addressesOf } from './addresses.ts';
import { openStage, type Stage } from './stage.ts';

const halves = 2;
const offices = new Set(officePlaces.map(([name]) => name));

/** @param half 0 or 1: two workers share the pages, a file each */
export function lookAtPages(half: number): void {
  let stage: Stage;
  let addresses: readonly Address[];
  beforeAll(async () => {
    stage = await openStage();
    addresses = await addressesOf(stage.url);
  });
  afterAll(() => stage.close());

  describe.each(pageNames.filter((_, at) => at % halves === half))('%s', (name) => {
    test('is readable by everyone in every look, scrolls one way only and asks no other site', async () => {
      const found = addresses.filter(({ page }) => page === name);
      expect(found, 'its address in addresses.ts').not.toEqual([]);
      // As those who work with it mostly see it; 320 px is looked at for all.
      const width = offices.has(name) ? 'desk' : 'phone';
      for (const { path, as } of found) await stage.look(path, { as, width });
    });
  });
}
