/** Plays the founding case in a data folder of its own and compares the figures at its end with what was played. */
import type { Config } from '../../functions/platform/config.ts';
import { openTools } from '../../functions/platform/open-tools.ts';
import { openToFill } from '../../functions/platform/store/embedded/open-embedded.ts';
import type { Feed } from './feed.ts';
import { firstSunday, playFounding } from './founding.ts';
import { expectedFigures, type FoundingSize } from './founding-size.ts';
import { makeStage } from './seed.ts';

/** @returns whether the figures are exact */
export async function seedFounding(config: Config, feed: Feed, size: FoundingSize): Promise<boolean> {
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  const say = (line: string) => process.stdout.write(`${String(seconds()).padStart(5)} s  ${line}\n`);
  const tools = { ...(await openTools(config)), store: openToFill(config.dataDir) };
  const stage = makeStage(tools, feed, config, firstSunday);
  const { teams, volunteers, minutes } = await playFounding(stage, size, say);
  const said = JSON.stringify({ teams, volunteers, minutes });
  const expected = JSON.stringify(expectedFigures(size));
  const exact = said === expected;
  process.stdout.write(`founding case: ${seconds()} s, ${said}: ${exact ? 'exact' : `NOT ${expected}`}\n`);
  return exact;
}
