/** Coming from another district: a person of one's own here, with what was served there as a record. */
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import type { Brought } from './brought.ts';
import { byNumber } from './import/people-writes.ts';
import { linesWrites, readDirectories } from './leaving.ts';
import { numberAt, type Volunteer, version, volunteerAt, volunteerOf, volunteerRow } from './rows.ts';

interface Arriving {
  readonly district: string;
  readonly id: string;
  readonly school: string;
  readonly class: string;
  readonly number: string;
  readonly brought: Brought;
}

/**
 * Consents stay where they were given: the new school asks for its own. What was brought before comes along.
 * @returns undefined when the person is not there, or is here already
 */
export async function arrivingWrites(
  tools: Tools,
  from: { readonly district: string; readonly volunteer: string },
  { district, id, school, class: className, number, brought }: Arriving,
): Promise<Write[] | undefined> {
  const [item, known] = await tools.store.get([volunteerAt(from.district, from.volunteer), volunteerAt(district, id)]);
  const before = volunteerOf(from.district, tools.vault, from.volunteer, item);
  if (!before || known) return undefined;
  const { present } = await readDirectories(tools, district, className);
  const old = await readDirectories(tools, from.district, before.class);
  const line = old.present.lines.find(({ vid }) => vid === from.volunteer);
  if (!line) return undefined;
  const person: Volunteer = {
    id,
    ver: 1,
    school,
    class: className,
    personal: { ...before.personal, number },
    status: 'active',
    brought: [...(before.brought ?? []), brought],
  };
  return [
    {
      ...numberAt(district, tools.vault, school, number),
      put: { v: version, vid: id },
      when: [['pk', 'absent']],
      or: 'number_taken',
    },
    {
      ...volunteerAt(district, id),
      put: volunteerRow(district, tools.vault, person),
      when: [['pk', 'absent']],
      or: 'lost_race',
    },
    ...linesWrites(tools, district, present, [...present.lines, { ...line, vid: id, number }].sort(byNumber)),
  ];
}
