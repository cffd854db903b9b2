/**
 * A certificate on paper: asked for by its person, a guardian or the staff, written from what was frozen, and handed
 * out by a link. Whenever staff ask for somebody's, that is written down with it.
 */
import type { certificateFiles } from '../../shared/contracts/certificate-files.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { scopeOf } from '../../shared/roles.ts';
import { readCertificate } from '../hours/index.ts';
import type { Ask } from '../platform/ask.ts';
import { openingWrite } from '../platform/audit/openings.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { subjectOf, type Who } from '../platform/identity/who.ts';
import { iso } from '../platform/instant.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { personInScope } from '../teams/index.ts';
import { type PaperJob, paperJobAt, paperJobOf, paperJobRow, paperKeptUntil } from './certificate-rows.ts';
import { noteHandingOut } from './handing-out.ts';
import { linkTo, mustBeGood } from './link.ts';
import { fileOf, stateNow } from './rows.ts';

type Routes = typeof certificateFiles;
const asking = 'POST /api/volunteers/{volunteer}/certificates/{certificate}/files';
const showing = 'GET /api/certificate-files/{file}';
type Show = Routes[typeof showing];
type Download = Routes['GET /api/certificate-files/{file}/content'];

const type = 'application/pdf';
const name = '志愿服务记录证明.pdf';

export const wantPaper: GuardedStory<Routes[typeof asking]> = {
  async plan({ who, params, now, wire }, tools) {
    const { district, person, post } = who;
    const { volunteer, certificate } = params;
    const found = await readCertificate(tools, district, volunteer, certificate);
    if (!(await mayHave(tools, who, found, now))) throw new Problem('not_found');
    if (found.state !== 'issued') throw new Problem('certificate_not_issued');
    const id = tools.newId(now);
    const { origin } = wire;
    const job: PaperJob = { id, volunteer, certificate, post: post.id, origin, state: 'waiting', createdAt: now };
    const at = paperJobAt({ district, person, id });
    const noted = isStaff(who) ? [openingWrite(tools, asking, who, volunteer, now)] : [];
    return {
      result: id,
      writes: [{ ...at, put: paperJobRow(job), when: [['pk', 'absent']], or: 'lost_race' }, ...noted],
    };
  },
  show: ({ who, now }, tools, id) => showJob(tools, who, id, now),
};

const isStaff = ({ post }: Who): boolean => scopeOf[post.role] !== 'person';

/** The person's own, one's child's, of somebody one may see, or of the unit one decides for. */
async function mayHave(
  tools: Tools,
  who: Who,
  { volunteer, unit }: { readonly volunteer: string; readonly unit: string },
  now: number,
): Promise<boolean> {
  if (!isStaff(who)) return volunteer === subjectOf(who);
  if (scopeOf[who.post.role] === 'unit' && who.units.covers(who.post.unit, unit)) return true;
  return (await personInScope(tools, who, volunteer, now)) !== undefined;
}

export const getPaper = ({ who, params, now }: Ask<Show>, tools: Tools): Promise<Answer<Show>> =>
  showJob(tools, who, params.file, now);

async function showJob(tools: Tools, who: Who, id: string, now: number): Promise<Answer<Show>> {
  const job = await readJob(tools, who, id, now);
  const shown = { id, state: stateNow(job, now), keptUntil: iso(paperKeptUntil(job)) };
  if (job.state !== 'ready') return shown;
  if (isStaff(who)) await noteHandingOut(tools, showing, who, job.volunteer, now);
  return {
    ...shown,
    link: await linkTo(tools, who, { id, name, type, address: `/api/certificate-files/${id}/content` }, now),
  };
}

export async function downloadPaper(
  { who, params, query, now }: Ask<Download>,
  tools: Tools,
): Promise<Answer<Download>> {
  const { district, person } = who;
  const { id } = await readJob(tools, who, params.file, now);
  mustBeGood(tools, { district, person, id }, query, now);
  const bytes = await tools.files.get(fileOf({ district, id }));
  if (!bytes) throw new Problem('not_found');
  return new File([Uint8Array.from(bytes)], '', { type });
}

/** @throws not_found, also for what was asked for in another post, and for what is no longer kept */
async function readJob(tools: Tools, { district, person, post }: Who, id: string, now: number): Promise<PaperJob> {
  const [item] = await tools.store.get([paperJobAt({ district, person, id })]);
  const job = item && paperJobOf(item);
  if (job?.post !== post.id || now >= paperKeptUntil(job)) throw new Problem('not_found');
  return job;
}
