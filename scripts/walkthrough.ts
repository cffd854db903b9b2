/**
 * `npm run walkthrough [-- --store dynamodb] [-- --before <tag>]`: plays the founding story over HTTP against a fresh
 * server of its own, on rosters written by other programs. Prints each step with what came back; a failed step ends it
 * with exit code 1. With `--before` an earlier release answers every other request, on the same store, and an audit
 * ends it.
 */
import { parseArgs } from 'node:util';
import { mixedServer } from './mixed/releases.ts';
import { activitiesChapter } from './walkthrough/activities.ts';
import { familyChapter } from './walkthrough/families.ts';
import { newcomerChapter } from './walkthrough/newcomers.ts';
import { ordersChapter } from './walkthrough/orders.ts';
import { peopleChapter } from './walkthrough/people.ts';
import { rewardsChapter } from './walkthrough/rewards.ts';
import { heldToRoles } from './walkthrough/roles.ts';
import { serviceChapter } from './walkthrough/service.ts';
import { openStage, type Step } from './walkthrough/stage.ts';
import { starsChapter } from './walkthrough/stars.ts';
import { wishesChapter } from './walkthrough/wishes.ts';

const options = { store: { type: 'string', default: 'embedded' }, before: { type: 'string' } } as const;
const { store, before } = parseArgs({ options }).values;
const stage = await openStage(
  store === 'dynamodb' || store === 'deployed' ? store : 'embedded',
  before ? await mixedServer(before) : undefined,
);
const audited: Step = [
  'the books of both releases are audited',
  async ({ settle, run }) => {
    await settle();
    return (await run('scripts/audit.ts')).trim().replaceAll(/\s+/g, ' ');
  },
];
const roles: Step = ['Every function kept to its role, and every line of its log can be read', heldToRoles];
const steps = [
  ...peopleChapter,
  ...serviceChapter,
  ...rewardsChapter,
  ...familyChapter,
  ...starsChapter,
  ...newcomerChapter,
  ...activitiesChapter,
  ...ordersChapter,
  ...wishesChapter,
  ...(before ? [audited] : []),
  ...(store === 'deployed' ? [roles] : []),
];
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
