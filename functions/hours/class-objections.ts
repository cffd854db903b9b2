/**
 * Somebody says during publicity that the sum of a class is wrong, whose pupils are too young to be named. It waits in
 * the school's list and is answered like any other, and freezes nothing: it does not say whose record is wrong.
 */
import type { objections } from '../../shared/contracts/objections.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Happening } from '../../shared/rules/notice-kinds.ts';
import type { ObjectionReason } from '../../shared/rules/objections.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import { getAll } from '../platform/store/get-all.ts';
import type { Item } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { mustBeFree } from './decide-objection.ts';
import {
  type ClassObjection,
  classObjectionAt,
  classObjectionOf,
  classObjectionsOf,
  isClassObjection,
  objectionKeys,
  objectionValue,
  sealWords,
} from './objection-rows.ts';
import { readShiftToVouch } from './read-shift.ts';
import { headAt, publicityAt, recordOf, recordsOf, shiftOf, version } from './rows.ts';

type Decide = (typeof objections)['POST /api/shifts/{shift}/class-objections/{objection}'];
interface Said {
  readonly district: string;
  readonly unit: string;
  readonly shift: string;
  readonly class: string;
  readonly reason: ObjectionReason;
  readonly text?: string;
}

/** @returns the id of the objection: this one, or one that waits and says the same @throws not_found */
export async function objectToClass(tools: Tools, said: Said, now: number): Promise<string> {
  const { district, unit, shift, class: label, reason, text } = said;
  const [head] = await tools.store.get([headAt(district, shift)]);
  const { listed = [], name, from } = head ? shiftOf(head) : {};
  const open = listed.filter((dueAt) => dueAt > now);
  const lists = await getAll(
    tools.store,
    open.map((dueAt) => publicityAt(district, unit, dueAt, shift)),
  );
  if (name === undefined || from === undefined || !lists.some((list) => counts(list, label))) {
    throw new Problem('not_found');
  }
  const before = (await readAll(tools.store, classObjectionsOf(district, shift))).map(classObjectionOf);
  const same = before.find((one) => one.class === label && one.objection.reason === reason && !one.decidedAt);
  if (same) return same.id;
  const id = tools.newId(now);
  const place = { district, unit, shift, volunteer: id };
  const sealed = text === undefined ? undefined : sealWords(tools, place, text);
  const objection = { by: 'public', reason, text: sealed, at: now, daysLeft: 0, receipt: id } as const;
  const row = { district, unit, shift, class: label, name, day: shanghaiDay(from) };
  const put = { v: version, ...row, objection: objectionValue(objection), ...objectionKeys(place, now) };
  await tools.store.transact(`object#${id}`, [
    { ...classObjectionAt({ district, shift, id }), put, when: [['pk', 'absent']], or: 'lost_race' },
  ]);
  return id;
}

const counts = (list: Item | undefined, label: string): boolean =>
  ((list?.classes ?? []) as readonly { class: string }[]).some((one) => one.class === label);

/** By somebody who did not enter the service, as for one record. */
export async function decideClassObjection(ask: Ask<Decide>, tools: Tools): Promise<Answer<Decide>> {
  const { who, params, body, now } = ask;
  const shift = await readShiftToVouch(tools, who, params.shift);
  const at = classObjectionAt({ district: who.district, shift: shift.id, id: params.objection });
  const [item] = await tools.store.get([at]);
  if (!item) throw new Problem('not_found');
  const { objection } = classObjectionOf(item);
  const { decision } = body;
  if (objection.decision === decision && objection.decidedBy === who.account) return { decision };
  const records = (await readAll(tools.store, recordsOf(who.district, shift.id))).map(recordOf);
  await mustBeFree(tools, who, records);
  const answer = sealWords(
    tools,
    { district: who.district, shift: shift.id, volunteer: params.objection },
    body.answer,
  );
  const decided = { ...objection, decision, answer, decidedBy: who.account, decidedAt: now };
  const set = { objection: objectionValue(decided), decidedAt: now };
  const { done } = await tools.store.transact(`decide#${params.objection}#${who.account}`, [
    {
      ...at,
      update: { set, remove: ['byQueuePk', 'byQueueSk'] },
      when: [['decidedAt', 'absent']],
      or: 'record_not_open',
    },
  ]);
  if (!done) throw new Problem('record_not_open');
  return { decision };
}

/** The objection that a changed Service item is, if it is one to the sum of a class. */
export function classObjectionChanged(image: Item): Pick<ClassObjection, 'district' | 'shift' | 'id'> | undefined {
  return isClassObjection(image) ? classObjectionOf(image) : undefined;
}

/** The unit that an objection to the sum of a class waits for, until it is decided on. */
export async function unitObjectedTo(tools: Tools, district: string, shift: string, id: string) {
  const [item] = await tools.store.get([classObjectionAt({ district, shift, id })]);
  return item && !item.decidedAt ? classObjectionOf(item).unit : undefined;
}

/** Whoever may decide is told. */
export function classObjectionHappenings(before: Item | undefined, after: Item | undefined): Happening[] {
  if (before || !after || !isClassObjection(after)) return [];
  const { id, district, unit, shift, day, objection }: ClassObjection = classObjectionOf(after);
  return [{ decidersOf: unit }, { approversOf: unit }].map(
    (to): Happening => ({
      kind: 'objection_to_decide',
      district,
      thing: id,
      at: objection.at,
      to,
      facts: { shift, day, unit },
    }),
  );
}
