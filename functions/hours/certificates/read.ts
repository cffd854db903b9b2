/** One certificate, and whose certificates somebody may ask about. */
import type { Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { personInScope } from '../../teams/index.ts';
import { type Certificate, certificateAt, certificateOf } from './rows.ts';

/** @throws not_found for somebody whom the asker may not see, like for nobody */
export async function mustBeInScope(tools: Tools, who: Who, volunteer: string, now: number): Promise<void> {
  if (!(await personInScope(tools, who, volunteer, now))) throw new Problem('not_found');
}

/** @throws not_found for one that another unit issues, like for none */
export async function readOwnCertificate(tools: Tools, who: Who, volunteer: string, id: string): Promise<Certificate> {
  const found = await readCertificate(tools, who.district, volunteer, id);
  if (!who.units.covers(who.post.unit, found.unit)) throw new Problem('not_found');
  return found;
}

/** @throws not_found */
export async function readCertificate(
  tools: Tools,
  district: string,
  volunteer: string,
  id: string,
): Promise<Certificate> {
  const [item] = await tools.store.get([certificateAt({ district, volunteer, id })]);
  if (!item) throw new Problem('not_found');
  return certificateOf(item);
}
