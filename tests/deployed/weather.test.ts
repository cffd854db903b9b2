/** What DynamoDB Local never has: transactions in conflict, throttled requests, answers that take their time. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildBundles } from '../../scripts/build.ts';
import { startDeployed } from '../../scripts/deployed/runner.ts';
import { peopleChapter } from '../../scripts/walkthrough/people.ts';
import { rewardsChapter } from '../../scripts/walkthrough/rewards.ts';
import { serviceChapter } from '../../scripts/walkthrough/service.ts';
import { stageOn } from '../../scripts/walkthrough/stage.ts';

const badWeather = { conflicts: 0.1, throttles: 0.1, latencyMs: 2 };
/** Steps of two schools that play no part later: two thousand more pupils show nothing new. */
const leftOut = /shunde|qingqiao/;

test('conflicts and throttling in one of ten requests show nobody a fault and lose no point', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'timebank-weather-'));
  const [bundles, dataDir] = [join(folder, 'bundles'), join(folder, 'data')];
  await buildBundles({ outdir: bundles });
  const server = await startDeployed({ bundles, dataDir, port: 0 }, { weather: badWeather, inMemory: true });
  const environment = { ...process.env, ...server.environment };
  const stage = await stageOn({ ...server, environment, report: async () => server.report(), close: server.stop });
  const story = [...peopleChapter, ...serviceChapter, ...rewardsChapter].filter(([title]) => !leftOut.test(title));
  for (const [title, play] of story) {
    expect(await play(stage), title).not.toBe('');
  }
  await stage.moveTo(stage.now());
  const { parked, refused, logs } = await stage.report();
  expect({ parked, refused, faults: logs.faults }).toEqual({ parked: [], refused: [], faults: 0 });
  expect(await stage.run('scripts/audit.ts')).toMatch(/ 0 differences/);
  await stage.close();
  await rm(folder, { recursive: true, force: true });
}, 300_000);
