/**
 * `npm run walkthrough [-- --store dynamodb]`: plays the founding story over HTTP against a fresh server of its own, on
 * rosters written by other programs. Prints each step with what came back; a failed step ends it with exit code 1.
 */
import { parseArgs } from 'node:util';
import { familyChapter } from './walkthrough/families.ts';
import { peopleChapter } from './walkthrough/people.ts';
import { rewardsChapter } from './walkthrough/rewards.ts';
import { serviceChapter } from './walkthrough/service.ts';
import { openStage } from './walkthrough/stage.ts';
import { starsChapter } from './walkthrough/stars.ts';

const { values } = parseArgs({ options: { store: { type: 'string', default: 'embedded' } } });
const stage = await openStage(values.store === 'dynamodb' ? 'dynamodb' : 'embedded');
const steps = [...peopleChapter, ...serviceChapter, ...rewardsChapter, ...familyChapter, ...starsChapter];
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
