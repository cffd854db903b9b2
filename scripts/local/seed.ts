/**
 * The demo district: made-up people who play the founding story through the application itself, in days gone by, so
 * that what a newcomer finds is what the API makes.
 */
import { whoAsks } from '../../functions/access/index.ts';
import { capabilities } from '../../functions/entries/wiring/capabilities.ts';
import { project } from '../../functions/entries/wiring/project.ts';
import { tick } from '../../functions/entries/wiring/tick.ts';
import type { Config } from '../../functions/platform/config.ts';
import { createApp } from '../../functions/platform/http/app.ts';
import { quietly } from '../../functions/platform/log.ts';
import { openTools } from '../../functions/platform/open-tools.ts';
import { changeOf } from '../../functions/platform/store/dynamo/stream-record.ts';
import type { Tools } from '../../functions/platform/tools.ts';
import { makeClient } from './client.ts';
import { demoMark } from './demo-mark.ts';
import type { DemoStage } from './demo-stage.ts';
import { playDemo, storyDays } from './demo-story.ts';
import type { Feed } from './feed.ts';

export { demoSignIns } from './demo-story.ts';

const dayMs = 86_400_000;

/** Seeds a store that nobody has used. @throws when an earlier seeding was cut off */
export async function seedIfEmpty(config: Config, feed: Feed): Promise<void> {
  const tools = await openTools(config);
  const [mark] = await tools.store.get([demoMark]);
  if (mark?.state === 'done') return;
  if (mark) throw new Error(`The demo district in ${config.dataDir} is half made; remove that folder and start again.`);
  const now = Date.now();
  await tools.store.transact('SEED', [{ ...demoMark, put: { v: 1, state: 'started', at: now } }]);
  process.stdout.write('A demo district is being made …\n');
  await quietly(() => playDemo(makeStage(tools, feed, config, now - storyDays * dayMs), now));
  await tools.store.transact('SEEDED', [{ ...demoMark, update: { set: { state: 'done' } } }]);
}

/** The application in this process, at a time of its own. */
export function makeStage(tools: Tools, feed: Feed, { store }: Config, start: number): DemoStage {
  const app = createApp({ capabilities, tools, whoAsks });
  const tablePrefix = store.kind === 'dynamodb' ? store.tablePrefix : '';
  const stage: DemoStage = {
    tools,
    now: start,
    client: () =>
      makeClient(async (path, init) =>
        app.request(path, init, {
          event: { requestContext: { timeEpoch: stage.now, requestId: 'seed', http: { sourceIp: '127.0.0.1' } } },
        }),
      ),
    async settle() {
      for (let records = await feed.read(); records.length > 0; records = await feed.read()) {
        const failure = await project(
          tools,
          records.map((record) => changeOf(record, tablePrefix)),
          stage.now,
        );
        if (failure) throw failure.error;
        await feed.finish(records.at(-1) as (typeof records)[number]);
      }
    },
    async tick() {
      await tick(tools, stage.now);
      await stage.settle();
    },
  };
  return stage;
}
