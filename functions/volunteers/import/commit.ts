/** Lets a previewed import write its new and changed rows. Saying it again changes nothing. */
import type { Answer } from '../../../shared/contracts/route.ts';
import type { volunteers } from '../../../shared/contracts/volunteers.ts';
import type { Ask } from '../../platform/ask.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { jobAt } from './rows.ts';
import { readImport, showImport } from './show.ts';

type Route = (typeof volunteers)['POST /api/imports/{import}/commit'];

export async function commitImport({ who, params }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { job } = await readImport(who, tools, params.import);
  if (job.state === 'reading' || job.state === 'failed') throw new Problem('import_not_ready');
  if (job.state === 'preview') {
    // A guard that fails means that somebody else has just said the same.
    await tools.store.transact(`${job.id}#commit`, [
      {
        ...jobAt(who.district, job.id),
        update: { set: { state: 'committing' } },
        when: [['state', '=', 'preview']],
        or: 'lost_race',
      },
    ]);
  }
  return showImport(who, tools, job.id);
}
