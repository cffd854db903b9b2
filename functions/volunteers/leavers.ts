/** Who has left a school: a page of classes' leavers at a time, with what was sealed. */
import type { Group } from '../../shared/rules/classes.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { Tools } from '../platform/tools.ts';
import { leaversOf, type Seal, sealAt, sealOf } from './leaver-rows.ts';
import { directoryOf, parseClass, type Volunteer, volunteerAt, volunteerOf } from './rows.ts';

export interface Leaver {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly class: string;
  readonly stage: Group;
  readonly leftAt: number;
  readonly seal: Seal;
}

/** When somebody left a class who is not in it now: to no school, or to another one. */
function leftClassAt({ status, class: now, leftAt, movedFrom = [] }: Volunteer, className: string) {
  if (now === className) return status === 'left' ? leftAt : undefined;
  return movedFrom.findLast((place) => place.class === className)?.until;
}

/** Those who came back stand in the directory of leavers still, and are left out. A page is one class's. */
export async function listLeaversOf(tools: Tools, district: string, school: string, cursor?: string) {
  const { items, next } = await pageOf(tools, leaversOf(district, school), { cursor, limit: 1 });
  const [row] = items;
  const className = String(row?.class ?? '');
  const of = parseClass(className);
  const lines = of ? directoryOf(district, tools.vault, className, row).lines : [];
  if (!of || lines.length === 0) return { leavers: [], next };
  const [people, seals] = await Promise.all([
    tools.store.get(lines.map(({ vid }) => volunteerAt(district, vid))),
    tools.store.get(lines.map(({ vid }) => sealAt(district, vid, of.stage))),
  ]);
  const leavers = lines.flatMap(({ vid, name, number }, at): Leaver[] => {
    const person = volunteerOf(district, tools.vault, vid, people[at]);
    const leftAt = person && leftClassAt(person, className);
    if (leftAt === undefined) return [];
    const seal = sealOf(seals[at]) ?? { minutes: 0, at: leftAt, ver: 0 };
    return [{ id: vid, name, number, class: className, stage: of.stage, leftAt, seal }];
  });
  return { leavers, next };
}
