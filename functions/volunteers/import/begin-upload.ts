/** Prepares a file that will arrive in parts: the bytes go to the files, this row knows which have come. */
import type { volunteers } from '../../../shared/contracts/volunteers.ts';
import type { GuardedStory } from '../../platform/http/story.ts';
import { uploadAt, uploadOf, uploadRow } from './upload-rows.ts';

export const beginUpload: GuardedStory<(typeof volunteers)['POST /api/files']> = {
  async plan({ who, body, now }, tools) {
    const upload = { id: tools.newId(now), ...body, by: who.person };
    return {
      result: upload.id,
      writes: [
        {
          ...uploadAt(who.district, upload.id),
          put: uploadRow(who.district, tools.vault, upload, now),
          when: [['pk', 'absent']],
          or: 'lost_race',
        },
      ],
      answer: { id: upload.id, parts: upload.parts },
    };
  },
  async show({ who, body }, tools, id) {
    const [item] = await tools.store.get([uploadAt(who.district, id)]);
    return { id, parts: uploadOf(who.district, tools.vault, id, item)?.parts ?? body.parts };
  },
};
