/**
 * Somebody says during publicity that a record is wrong: it is frozen until the unit has decided. One objection at a
 * time; what a stranger's objection was decided on, the person may still object to, and nobody twice.
 */
import type { objections } from '../../shared/contracts/objections.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { hourMs } from '../../shared/rules/durations.ts';
import { type ObjectionReason, publicityDaysLeft } from '../../shared/rules/objections.ts';
import { readCalendar, schoolByCode } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { takeTry } from '../platform/identity/limiter.ts';
import { subjectOf } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { objectToClass } from './class-objections.ts';
import type { Objection, Objector } from './objection.ts';
import { receiptFor } from './objection-receipt.ts';
import { earlierThan, mayObject, objectionKeys, objectionValue, publicTriesAt, sealWords } from './objection-rows.ts';
import { mayOpenLink, personRef } from './publicity-link.ts';
import { recordAt, recordOf, recordsOf, type ServiceRecord } from './rows.ts';

type Own = (typeof objections)['POST /api/me/records/{shift}/objection'];
type Public = (typeof objections)['POST /api/publicity/{school}/objections'];

interface Said {
  readonly by: Objector;
  readonly reason: ObjectionReason;
  readonly text?: string;
  readonly receipt?: string;
}

export async function objectToMine({ who, params, body, now }: Ask<Own>, tools: Tools): Promise<Answer<Own>> {
  const at = recordAt(who.district, params.shift, subjectOf(who));
  const [item] = await tools.store.get([at]);
  if (!item) throw new Problem('not_found');
  const by = who.post.role === 'guardian' ? ('guardian' as const) : ('volunteer' as const);
  await freeze(tools, recordOf(item), { ...body, by }, now);
  return { state: 'objected' };
}

/** Twenty at once, then one an hour: enough for a school's parents, and no flood. */
const publicBudget = { burst: 20, intervalMs: hourMs };

export async function objectInPublic({ params, body, now }: Ask<Public>, tools: Tools): Promise<Answer<Public>> {
  const school = await schoolByCode(tools, params.school);
  if (!school || !mayOpenLink(tools, school, body.link, now)) throw new Problem('objection_link_invalid');
  const tries = publicTriesAt(school.district, school.unit);
  const retryAfter = await takeTry(tools.store, tries, { ...publicBudget, now }, tools.newId(now));
  if (retryAfter > 0) throw new Problem('objections_paused', { retryAfter });
  const { shift, class: label, ...told } = body;
  if (label !== undefined) {
    const id = await objectToClass(tools, { ...school, ...told, shift, class: label }, now);
    return { receipt: receiptFor(tools, { district: school.district, shift }, id) };
  }
  const records = (await readAll(tools.store, recordsOf(school.district, shift))).map(recordOf);
  const record = records.find(
    ({ volunteer, unit }) => unit === school.unit && personRef(tools, shift, volunteer) === body.person,
  );
  if (!record) throw new Problem('not_found');
  const said = { by: 'public', reason: body.reason, text: body.text, receipt: tools.newId(now) } as const;
  const { receipt } = await freeze(tools, record, said, now);
  return { state: 'objected', receipt: receipt && receiptFor(tools, record, receipt) };
}

const attemptsMax = 12;

/** @returns the objection that the record is frozen for: this one, or the one that said the same before */
async function freeze(tools: Tools, seen: ServiceRecord, said: Said, now: number): Promise<Objection> {
  const at = recordAt(seen.district, seen.shift, seen.volunteer);
  const calendar = await readCalendar(tools, seen.district);
  let record = seen;
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const { state, rev, dueAt = 0, objection: before } = record;
    if (state === 'objected' && before?.by === said.by) return before;
    if (!mayObject(record, said.by, now)) throw new Problem('record_not_open');
    const text = said.text === undefined ? undefined : sealWords(tools, record, said.text);
    const daysLeft = publicityDaysLeft(now, dueAt, calendar);
    const objection: Objection = { ...said, text, at: now, daysLeft, earlier: earlierThan(before) };
    const set = {
      state: 'objected',
      rev: rev + 1,
      objection: objectionValue(objection),
      ...objectionKeys(record, now),
    };
    const outcome = await tools.store.transact(`object#${record.shift}#${record.volunteer}#${rev}#${attempt}`, [
      {
        ...at,
        update: { set },
        when: [
          ['state', '=', 'published'],
          ['rev', '=', rev],
        ],
        or: 'lost_race',
      },
    ]);
    if (outcome.done) return objection;
    const [item] = await tools.store.get([at]);
    if (!item) throw new Problem('not_found');
    record = recordOf(item);
  }
  throw new Problem('busy', { retryAfter: 1 });
}
