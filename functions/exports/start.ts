/**
 * Asks for a list as a file. Who has asked for whose list is written down with it, before a line of it is read; the
 * row's own stream event starts the work.
 */
import type { exportsOfLists } from '../../shared/contracts/exports.ts';
import { readDesk } from '../district/index.ts';
import { openingWrite } from '../platform/audit/openings.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { type Export, exportAt, exportRow } from './rows.ts';
import { showExport } from './show.ts';

const route = 'POST /api/exports';

export const startExport: GuardedStory<(typeof exportsOfLists)[typeof route]> = {
  async plan({ who, body, now }, tools) {
    const { district, person, post, units } = who;
    const unit = units.get(body.unit);
    if (!unit || !units.covers(post.unit, unit.id)) throw new Problem('not_found');
    if (body.desk !== undefined) {
      const desk = await readDesk(tools, district, body.desk);
      if (!desk || !units.covers(unit.id, desk.unit)) throw new Problem('not_found');
    }
    const id = tools.newId(now);
    const asked: Export = { ...body, id, unitName: unit.name, state: 'waiting', createdAt: now };
    return {
      result: id,
      writes: [
        {
          ...exportAt({ district, person, id }),
          put: exportRow(asked),
          when: [['pk', 'absent']],
          or: 'lost_race',
        },
        openingWrite(tools, route, who, unit.id, now),
      ],
    };
  },
  show: ({ who, now }, tools, id) => showExport(who, tools, id, now),
};
