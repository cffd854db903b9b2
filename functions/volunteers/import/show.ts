/** How far an import has come. Whoever may not see its unit learns nothing, not even that it exists. */
import type { Answer } from '../../../shared/contracts/route.ts';
import type { volunteers } from '../../../shared/contracts/volunteers.ts';
import { problems } from '../../../shared/problems.ts';
import type { Ask } from '../../platform/ask.ts';
import type { Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { type ImportJob, jobAt, jobOf, type Progress, progressAt, progressOf } from './rows.ts';

type Route = (typeof volunteers)['GET /api/imports/{import}'];

export const getImport = ({ who, params }: Ask<Route>, tools: Tools): Promise<Answer<Route>> =>
  showImport(who, tools, params.import);

export async function showImport(who: Who, tools: Tools, id: string): Promise<Answer<Route>> {
  const { job, progress } = await readImport(who, tools, id);
  const { state, rows = 0, createdAt, problem } = job;
  const { new: fresh, changed, unchanged, conflict, faulty, committed } = progress;
  return {
    id,
    state,
    problem: problem && { ...problem, title: problems[problem.code].title },
    rows,
    counts: { new: fresh, changed, unchanged, conflict, faulty },
    committed,
    createdAt: new Date(createdAt).toISOString(),
  };
}

export async function readImport(who: Who, tools: Tools, id: string): Promise<{ job: ImportJob; progress: Progress }> {
  const [jobItem, progressItem] = await tools.store.get([jobAt(who.district, id), progressAt(who.district, id)]);
  const job = jobOf(id, jobItem);
  if (!job || !who.units.covers(who.post.unit, job.unit)) throw new Problem('not_found');
  return { job, progress: progressOf(progressItem) };
}
