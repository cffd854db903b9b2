/** Begins to read a roster for a school, or for all schools of a wider unit. People are not touched before commit. */
import type { volunteers } from '../../../shared/contracts/volunteers.ts';
import type { GuardedStory } from '../../platform/http/story.ts';
import type { Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import { type ImportJob, jobAt, jobRow } from './rows.ts';
import { showImport } from './show.ts';
import { uploadAt, uploadClosed, uploadOf } from './upload-rows.ts';

export const beginImport: GuardedStory<(typeof volunteers)['POST /api/imports']> = {
  async plan({ who, body, now }, tools) {
    const schools = schoolsUnder(who, body.unit);
    const [item] = await tools.store.get([uploadAt(who.district, body.file)]);
    const upload = uploadOf(who.district, tools.vault, body.file, item);
    if (schools.length === 0 || upload?.by !== who.person) throw new Problem('not_found');
    if (upload.received.length < upload.parts) throw new Problem('file_incomplete');
    const id = tools.newId(now);
    const job: ImportJob = { id, state: 'reading', unit: body.unit, upload: body.file, schools, createdAt: now };
    return {
      result: id,
      writes: [
        uploadClosed(who.district, body.file),
        { ...jobAt(who.district, id), put: jobRow(job), when: [['pk', 'absent']], or: 'lost_race' },
      ],
    };
  },
  show: (ask, tools, id) => showImport(ask.who, tools, id),
};

/** @returns none for a unit that is not the asker's, or has no schools */
function schoolsUnder({ post, units }: Who, unit: string) {
  if (!units.covers(post.unit, unit)) return [];
  return units
    .below(unit)
    .filter(({ kind }) => kind === 'school')
    .map(({ id, name }) => ({ id, name }));
}
