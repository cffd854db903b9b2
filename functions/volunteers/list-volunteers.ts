/**
 * The pupils of a unit, class by class and in order of student number, and those among them who are searched for.
 * Turning pages opens the directories that the page needs; a search opens all of the unit's.
 */
import type { Answer } from '../../shared/contracts/route.ts';
import type { volunteers } from '../../shared/contracts/volunteers.ts';
import type { Ask } from '../platform/ask.ts';
import { openCursor, sealCursor } from '../platform/http/cursor.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import { limits } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type ListedClass, readClasses } from './classes.ts';
import { type DirectoryLine, directoryAt, directoryOf } from './rows.ts';
import { finderOf } from './search.ts';
import { isListed, type PlacedLine, showLines } from './show-lines.ts';

type Route = (typeof volunteers)['GET /api/volunteers'];
type Line = PlacedLine<ListedClass>;

export async function listVolunteers({ who, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { unit, q = '', class: chosen = '', limit } = query;
  if (!who.units.covers(who.post.unit, unit)) throw new Problem('not_found');
  const classes = (await classesBelow(tools, who, unit)).filter(({ id }) => chosen === '' || id === chosen);
  const list = JSON.stringify([who.district, unit, chosen, q]);
  const last = query.cursor === undefined ? undefined : placeOf(openCursor(tools, list, query.cursor));
  const found = q === '' ? undefined : await readLines(tools, who.district, classes, finderOf(q));
  const lines = found ?? (await readLines(tools, who.district, enough(classes, last?.class, limit)));
  const start = last === undefined ? 0 : after(lines, last);
  const page = lines.slice(start, start + limit);
  const end = start + limit < lines.length ? page.at(-1) : undefined;
  const shown = await showLines(tools, who.district, page, now);
  return {
    items: shown
      .map((volunteer, at) => ({ ...volunteer, ...schoolOf(who, page[at] as Line) }))
      .filter((volunteer) => isListed(who, volunteer)),
    next: end && sealCursor(tools, list, `${end.of.id} ${end.line.vid}`),
    total: found?.length ?? classes.reduce((sum, { size }) => sum + size, 0),
  };
}

async function classesBelow(tools: Tools, { district, units }: Who, unit: string): Promise<ListedClass[]> {
  const places = units.below(unit).filter(({ kind }) => kind === 'school' || kind === 'community');
  return (await Promise.all(places.map(({ id }) => readClasses(tools, district, id)))).flat();
}

/** The classes from the one where the last page ended, as many as hold a full page and one pupil more. */
function enough(classes: readonly ListedClass[], from: string | undefined, limit: number): readonly ListedClass[] {
  const start = from === undefined ? 0 : classes.findIndex(({ id }) => id === from);
  if (start < 0) throw new Problem('cursor_invalid');
  let end = start + 1;
  for (let more = 0; more <= limit && end < classes.length; end++) more += classes[end]?.size ?? 0;
  return classes.slice(start, end);
}

/** Wanted lines of the classes' directories, in order; batches are read side by side. */
export async function readLines(
  { store, vault }: Tools,
  district: string,
  classes: readonly ListedClass[],
  isWanted: (line: DirectoryLine) => boolean = () => true,
): Promise<Line[]> {
  const batches = Array.from({ length: Math.ceil(classes.length / limits.keysPerGet) }, async (_, number) => {
    const batch = classes.slice(number * limits.keysPerGet, (number + 1) * limits.keysPerGet);
    const items = await store.get(batch.map(({ id }) => directoryAt(district, id)));
    return batch.flatMap((of, at) => {
      const { lines } = directoryOf(district, vault, of.id, items[at]);
      return lines.filter(isWanted).map((line): Line => ({ of, line }));
    });
  });
  return (await Promise.all(batches)).flat();
}

function placeOf(text: string) {
  const [className = '', vid = ''] = text.split(' ');
  return { class: className, vid };
}

/** @throws cursor_invalid when the last one shown is not at that place any more */
function after(lines: readonly Line[], last: ReturnType<typeof placeOf>): number {
  const at = lines.findIndex(({ of, line }) => line.vid === last.vid && of.id === last.class);
  if (at < 0) throw new Problem('cursor_invalid');
  return at + 1;
}

const schoolOf = ({ units }: Who, { of: { id, school } }: Line) => ({
  classId: id,
  school,
  schoolName: units.get(school)?.name ?? '',
});
