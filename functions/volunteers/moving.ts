/**
 * Moving to another school: the same person under another school, class and number, with the stage's total sealed. The
 * old class keeps a line of who left; hours, points and everything else hang on the person and need no writing.
 */
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { byNumber } from './import/people-writes.ts';
import { sealAt, sealedRow } from './leaver-rows.ts';
import { leaversWrite, linesWrites, readDirectories } from './leaving.ts';
import { numberAt, type Volunteer, version, volunteerAt, volunteerOf, volunteerRow } from './rows.ts';

export interface MoveTo {
  readonly volunteer: string;
  /** Where the person was when it was proposed. */
  readonly from: string;
  readonly school: string;
  readonly class: string;
  readonly number: string;
  readonly at: number;
  /** Served in the stage so far. */
  readonly minutes: number;
}

/** Whether a student number is free in a school. */
export async function isNumberFree(tools: Tools, district: string, school: string, number: string): Promise<boolean> {
  const [claim] = await tools.store.get([numberAt(district, tools.vault, school, number)]);
  return claim === undefined;
}

/** @returns undefined when the person is not there any more */
export async function movingWrites(tools: Tools, district: string, to: MoveTo): Promise<Write[] | undefined> {
  const at = volunteerAt(district, to.volunteer);
  const [item] = await tools.store.get([at]);
  const person = volunteerOf(district, tools.vault, to.volunteer, item);
  if (person?.status !== 'active' || person.school !== to.from) return undefined;
  const [old, fresh] = [
    await readDirectories(tools, district, person.class),
    await readDirectories(tools, district, to.class),
  ];
  const line = old.present.lines.find(({ vid }) => vid === person.id);
  if (!line) return undefined;
  const others = (lines: typeof old.present.lines) => lines.filter(({ vid }) => vid !== person.id);
  const moved: Volunteer = {
    ...person,
    ver: person.ver + 1,
    school: to.school,
    class: to.class,
    personal: { ...person.personal, number: to.number },
    movedFrom: [...(person.movedFrom ?? []), { school: person.school, class: person.class, until: to.at }],
  };
  const numberOf = ({ school, personal }: Volunteer) => numberAt(district, tools.vault, school, personal.number);
  const seal = sealedRow({ minutes: to.minutes, at: to.at, ver: moved.ver });
  return [
    { ...numberOf(moved), put: { v: version, vid: person.id }, when: [['pk', 'absent']], or: 'number_taken' },
    { ...numberOf(person), remove: true, when: [['vid', '=', person.id]], or: 'lost_race' },
    {
      ...at,
      update: { set: volunteerRow(district, tools.vault, moved) },
      when: [['ver', '=', person.ver]],
      or: 'lost_race',
    },
    { ...sealAt(district, person.id, old.of.stage), put: seal },
    ...linesWrites(tools, district, old.present, others(old.present.lines)),
    leaversWrite(tools, district, old.of, old.left, [...others(old.left.lines), line]),
    ...linesWrites(
      tools,
      district,
      fresh.present,
      [...others(fresh.present.lines), { ...line, number: to.number }].sort(byNumber),
    ),
  ];
}
