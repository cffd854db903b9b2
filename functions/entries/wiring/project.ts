import type { TableName } from '../../../shared/tables.ts';
import { shiftToTend, tendShift } from '../../activities/index.ts';
import {
  carryNeeded,
  carryOn,
  changeHappenings,
  reviewEntries,
  reviewNeeded,
  sealStage,
  stageLeft,
  stepYearChange,
  yearStepNeeded,
} from '../../changes/index.ts';
import { figuresToRecount } from '../../figures/index.ts';
import {
  certificatesToMark,
  consentChanged,
  markCertificates,
  refreshPerson,
  refreshShift,
  shiftToRefresh,
} from '../../hours/index.ts';
import { noticesOfChange, told } from '../../notices/index.ts';
import type { Item } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { importStepNeeded, stepImport } from '../../volunteers/index.ts';

/** One change of a table, as its stream tells it. */
export interface Change {
  readonly table: TableName;
  readonly sequence: string;
  /** Epoch milliseconds at which the stream told it. */
  readonly at: number;
  /** The item before and after: one is absent when it was made or removed. */
  readonly oldImage?: Item;
  readonly newImage?: Item;
}
type Effect = { readonly name: string; run(tools: Tools, now: number): Promise<void> };

/**
 * What follows from changes, in their order. Streams repeat and overlap, so each effect recomputes from present rows
 * and may run any number of times; effects of one batch that are the same run once.
 * @returns the sequence of the first change whose effect failed and its error: it and all later ones are to be sent
 * again
 */
export async function project(tools: Tools, changes: readonly Change[], now: number) {
  const done = new Set<string>();
  for (const change of changes) {
    for (const effect of effectsOf(change)) {
      if (done.has(effect.name)) continue;
      try {
        await effect.run(tools, now);
      } catch (error) {
        return { failed: change.sequence, error };
      }
      done.add(effect.name);
    }
  }
  return undefined;
}

function effectsOf(change: Change): Effect[] {
  const { table, oldImage, newImage } = change;
  // Changes stand above the inbox, so that what they mean is said here.
  const changed = table === 'Changes' ? told(changeHappenings(oldImage, newImage)) : [];
  const own = [
    ownEffectOf(change),
    sealEffectOf(change),
    carryEffectOf(change),
    figuresToRecount(change),
    markEffectOf(change),
  ];
  return [...own.filter((effect) => effect !== undefined), ...noticesOfChange(change), ...changed];
}

/** What the slice that owns the table does itself. */
function ownEffectOf({ table, oldImage, newImage }: Change): Effect | undefined {
  if (!newImage) return undefined;
  if (table === 'Service') {
    const at = shiftToRefresh(newImage);
    return at && { name: `shift#${at.shift}`, run: (tools) => refreshShift(tools, at.district, at.shift) };
  }
  if (table === 'Volunteers') {
    const at = consentChanged(oldImage, newImage);
    return (
      at && {
        name: `person#${at.volunteer}`,
        run: (tools, now) => refreshPerson(tools, at.district, at.volunteer, now),
      }
    );
  }
  if (table === 'Changes') {
    const finding = reviewNeeded(newImage);
    return finding && { name: `review#${finding.id}`, run: (tools) => reviewEntries(tools, finding) };
  }
  if (table === 'Activities') {
    const at = shiftToTend(oldImage, newImage);
    return at && { name: `tend#${at.shift}`, run: (tools, now) => tendShift(tools, at.district, at.shift, now) };
  }
  if (table === 'Jobs') {
    const turn = yearStepNeeded(newImage);
    if (turn) return { name: newImage.pk, run: (tools, now) => stepYearChange(tools, turn, now) };
    const at = importStepNeeded(newImage);
    return at && { name: `import#${at.job}`, run: (tools, now) => stepImport(tools, at.district, at.job, now) };
  }
  return undefined;
}

function sealEffectOf({ table, oldImage, newImage }: Change): Effect | undefined {
  const left = table === 'Volunteers' ? stageLeft(oldImage, newImage) : undefined;
  return left && { name: `seal#${left.volunteer}#${left.ver}`, run: (tools, now) => sealStage(tools, left, now) };
}

function carryEffectOf({ table, oldImage, newImage }: Change): Effect | undefined {
  const carrying = table === 'Volunteers' ? carryNeeded(oldImage, newImage) : undefined;
  if (!carrying) return undefined;
  const { volunteer, partedFrom = '' } = carrying;
  return { name: `carry#${volunteer}#${partedFrom}`, run: (tools, now) => carryOn(tools, carrying, now) };
}

function markEffectOf({ table, oldImage, newImage }: Change): Effect | undefined {
  const of = table === 'Service' ? certificatesToMark(oldImage, newImage) : undefined;
  return of && { name: `certificates#${of.volunteer}`, run: (tools, now) => markCertificates(tools, of, now) };
}
