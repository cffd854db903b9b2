/** Finds who holds the numbers of a part's rows, by primary key, and decides each row. */
import type { Tools } from '../../platform/tools.ts';
import { classId, nationalAt, nationalIndex, numberAt, type Volunteer, volunteerAt, volunteerOf } from '../rows.ts';
import { type Decision, type Destination, decide } from './decide.ts';
import type { Part, PartRow } from './rows.ts';

export interface Decided {
  readonly row: PartRow;
  readonly to: Destination;
  readonly decision: Decision;
}

export async function decideRows(
  tools: Tools,
  district: string,
  part: Part,
  rows: readonly PartRow[],
): Promise<Decided[]> {
  const { store, vault } = tools;
  const className = classId({ school: part.school, ...part.class });
  const numbers = rows.map((row) => numberAt(district, vault, part.school, row.number));
  const nationals = rows.map((row) => row.nationalNumber && nationalIndex(district, vault, row.nationalNumber));
  const claims = [...numbers, ...nationals.filter(isText).map((national) => nationalAt(district, national))];
  const holderOf = new Map((await store.get(claims)).map((claim) => [claim?.pk, claim?.vid as string | undefined]));
  const people = await readVolunteers(tools, district, [...new Set([...holderOf.values()].filter(isText))]);
  const met = new Set<string>();
  return rows.map((row, at) => {
    const national = nationals[at] && nationalAt(district, nationals[at]).key.pk;
    const number = numbers[at]?.key.pk;
    const holders = { byNumber: people.get(holderOf.get(number)), byNational: people.get(holderOf.get(national)) };
    const to = { school: part.school, class: className, national: nationals[at] };
    const decision = decide(row, to, holders);
    const person = 'before' in decision ? decision.before.id : undefined;
    const isRepeated = [number, national, person].filter(isText).some((claim) => met.size === met.add(claim).size);
    return { row, to, decision: isRepeated ? repeated : decision };
  });
}

/** Rows of one class that claim the same number, or lead to one person by different numbers, cannot all be right. */
const repeated: Decision = {
  kind: 'conflict',
  column: '学号',
  reason: '名册中还有一行是同一个号码或同一名学生，请核对',
};

async function readVolunteers({ store, vault }: Tools, district: string, vids: readonly string[]) {
  const items = vids.length === 0 ? [] : await store.get(vids.map((vid) => volunteerAt(district, vid)));
  const people = vids.map((vid, at) => volunteerOf(district, vault, vid, items[at]));
  return new Map<string | undefined, Volunteer>(people.filter((one) => one !== undefined).map((one) => [one.id, one]));
}

const isText = (text: string | undefined): text is string => text !== undefined && text !== '';
