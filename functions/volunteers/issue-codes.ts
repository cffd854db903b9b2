/**
 * Prints login cards: a one-time code for each pupil, shown this once. Repeating makes new codes, and older ones die.
 */
import type { Answer } from '../../shared/contracts/route.ts';
import type { volunteers } from '../../shared/contracts/volunteers.ts';
import { issueVolunteerCode } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { ownClass } from './own-class.ts';

type Route = (typeof volunteers)['POST /api/classes/{class}/activation-codes'];

export async function issueCodes({ who, params, body, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { of, directory } = await ownClass(who, tools, params.class);
  const schoolCode = who.units.get(of.school)?.code;
  const asked = new Set(body.volunteers ?? directory.lines.map(({ vid }) => vid));
  const lines = directory.lines.filter(({ vid }) => asked.has(vid));
  if (schoolCode === undefined || lines.length < asked.size) throw new Problem('not_found');
  const items = lines.map(async ({ vid, name, number }) => {
    const { code, writes } = issueVolunteerCode(tools, {
      district: who.district,
      volunteer: vid,
      school: of.school,
      schoolCode,
      number,
      now,
    });
    await tools.store.transact(`${vid}#code#${now}`, writes);
    return { id: vid, name, number, code };
  });
  return { school: schoolCode, items: await Promise.all(items) };
}
