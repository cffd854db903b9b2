/**
 * `npm run walkthrough [-- --store dynamodb] [-- --before <tag>]`: plays the founding story over HTTP against a fresh
 * server of its own, on rosters written by other programs. Prints each step with what came back; a failed step ends it
 * with exit code 1. On DynamoDB Local every function is held to its role, and the story ends with what each needed.
 * There `--conflicts 0.1`, `--throttles 0.1` and `--latency 20` make bad weather, as for `npm run deployed`.
 * With `--before` an earlier release answers every other request, on the same store, and an audit ends it.
 */
import { parseArgs } from 'node:util';
import { mixedServer } from './mixed/releases.ts';
import { heldToRoles } from './walkthrough/roles.ts';
import { emptyServer, forkServer } from './walkthrough/server.ts';
import { type Step, stageOn } from './walkthrough/stage.ts';
import { story } from './walkthrough/story.ts';

const word = { type: 'string' } as const;
const badWeather = { conflicts: word, throttles: word, latency: word };
const options = { store: { ...word, default: 'embedded' }, before: word, ...badWeather };
const { store, before, ...weather } = parseArgs({ options }).values;
const passedOn = Object.entries(weather).map(([name, value]) => `--${name}=${value}`);
const command = before ? await mixedServer(before) : [...emptyServer, ...passedOn];
const stage = await stageOn(await forkServer(store === 'dynamodb' ? store : 'embedded', command));
const audited: Step = [
  'the books of both releases are audited',
  async ({ settle, run }) => {
    await settle();
    return (await run('scripts/audit.ts')).trim().replaceAll(/\s+/g, ' ');
  },
];
const roles: Step = ['Every function kept to its role, and every line of its log can be read', heldToRoles];
const steps = [...story, ...(before ? [audited] : []), ...(store === 'dynamodb' ? [roles] : [])];
let done = 0;
let failed = 0;
try {
  for (const [title, play] of steps) {
    const came = await play(stage);
    done++;
    process.stdout.write(`${String(done).padStart(2)} ${title}: ${came}\n`);
  }
} catch (error) {
  failed++;
  process.stdout.write(`${String(done + 1).padStart(2)} ${steps[done]?.[0]}: FAILED ${(error as Error).message}\n`);
} finally {
  await stage.close();
}
process.stdout.write(`walkthrough: ${done + failed} steps, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
