/** Takes one part of a file from the person who announced it; sending it again replaces it. */
import type { Answer } from '../../../shared/contracts/route.ts';
import type { volunteers } from '../../../shared/contracts/volunteers.ts';
import type { Ask } from '../../platform/ask.ts';
import { Problem } from '../../platform/problem.ts';
import type { Tools } from '../../platform/tools.ts';
import { partPath, partReceived, uploadAt, uploadOf } from './upload-rows.ts';

type Route = (typeof volunteers)['PUT /api/files/{file}/parts/{part}'];

export async function putPart({ who, params, body }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { file, part } = params;
  const [item] = await tools.store.get([uploadAt(who.district, file)]);
  const upload = uploadOf(who.district, tools.vault, file, item);
  if (!upload?.isOpen || upload.by !== who.person || part > upload.parts) throw new Problem('not_found');
  const bytes = Buffer.from(body.content, 'base64');
  await tools.files.put(partPath(who.district, file, part), bytes);
  const received = await tools.store.transact(`${file}#${part}`, [
    partReceived(who.district, file, part, bytes.length),
  ]);
  if (!received.done) throw new Problem('not_found');
  return { part, bytes: bytes.length };
}
