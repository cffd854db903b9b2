/** The photo of the paper that participants signed: one for a shift, and none any more once a record is approved. */
import type { hours } from '../../shared/contracts/hours.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { getPicture, putPicture } from '../platform/files/picture.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { readShift } from './read-shift.ts';
import { headAt, recordOf, recordsOf } from './rows.ts';
import { markOf } from './schedule.ts';
import { showShift } from './show.ts';

type Put = (typeof hours)['PUT /api/shifts/{shift}/photo'];
type Show = (typeof hours)['GET /api/shifts/{shift}/photo'];

const folderOf = (district: string, shift: string) => `evidence/${district}/${shift}`;

export const putPhoto: GuardedStory<Put> = {
  async plan({ who, params, body }, tools) {
    const shift = await readShift(tools, who, params.shift);
    const records = (await readAll(tools.store, recordsOf(who.district, shift.id))).map(recordOf);
    if (records.some(({ state }) => ['published', 'final', 'corrected'].includes(state)))
      throw new Problem('record_not_open');
    const photo = await putPicture(tools.files, folderOf(who.district, shift.id), body);
    // An approval marks the shift before it publishes: whoever has begun one since we looked sees no other photo.
    const { marks } = markOf(shift);
    return {
      result: shift.id,
      writes: [
        {
          ...headAt(who.district, shift.id),
          update: { set: { photo } },
          when: [marks === 0 ? ['marks', 'absent'] : ['marks', '=', marks]],
          or: 'lost_race',
        },
      ],
      answer: showShift({ ...shift, photo }),
    };
  },
  show: async ({ who }, tools, shift) => showShift(await readShift(tools, who, shift)),
};

export async function showPhoto({ who, params }: Ask<Show>, tools: Tools): Promise<Answer<Show>> {
  const { id, photo } = await readShift(tools, who, params.shift);
  if (!photo) throw new Problem('not_found');
  return getPicture(tools.files, folderOf(who.district, id), photo);
}
