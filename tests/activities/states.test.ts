/**
 * Every step of `docs/activities.md`, from every state, by everybody: it leads where the drawing says, or it is refused
 * and nothing has changed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { beginWrite, newPart, partAt } from '../../functions/activities/part-rows.ts';
import { type ActivityShift, shiftOf, shiftWrite } from '../../functions/activities/rows.ts';
import { participationStates, type SignUpState, steps } from '../../shared/rules/participation.ts';
import { addPupil } from '../hours/squad.ts';
import type { Pupil } from '../teams/school.ts';
import { everythingStored } from '../teams/school.ts';
import { hourMs, joinTeam, minuteMs, openStage, publish, type Stage } from './stage.ts';
import { type Actor, acts, type Case, type When } from './state-acts.ts';

let stage: Stage;
let helper: Pupil;
let stranger: Pupil;
let self: Pupil;
let template: string;
let cases = 0;

beforeAll(async () => {
  stage = await openStage();
  [helper, stranger, self] = [await joinTeam(stage), await joinTeam(stage), await joinTeam(stage)];
  template = await publish(stage, { audience: 'unit', roles: [{ name: '保洁员', places: 50 }] });
});

/** A shift of its own for each case; whoever signs up has promised no other time. */
async function setUp(from: SignUpState, when: When, by: Actor): Promise<Case> {
  const { world, district } = stage;
  const [row] = await world.store.get([
    { table: 'Activities', key: { pk: `T#${district.id}#S#${template}`, sk: 'HEAD' } },
  ]);
  if (!row) throw new Error('The template is gone');
  const id = world.tools.newId(world.now);
  cases++;
  const start = { before: 2 + cases, during: -0.5, after: -1 }[when] * hourMs;
  const time = {
    from: world.now + start,
    to: world.now + start + { before: 60, during: 60, after: 50 }[when] * minuteMs,
  };
  const shift = { ...shiftOf(row), id, ...time, helper: helper.id };
  const volunteer = by === 'self' ? self.id : await addPupil(district);
  const lent = { ...newPart(shift, helper.id, world.now), state: 'signed', rev: 1, role: 0, seat: false } as const;
  const rows = [shiftWrite(withoutKeys(shift), time.to + 30 * minuteMs), beginWrite(lent, undefined)];
  if (from !== 'none') {
    const there = { inAt: time.from, inBy: 'scan', notedBy: 'x' } as const;
    const gone = { outAt: time.to - 20 * minuteMs, outBy: 'scan' } as const;
    const part = {
      ...newPart(shift, volunteer, world.now),
      state: from,
      rev: 1,
      role: 0,
      seat: true,
      ...(from === 'offered' && { offerUntil: world.now + hourMs }),
      ...(['in', 'out', 'recorded'].includes(from) && there),
      ...(['out', 'recorded'].includes(from) && gone),
    };
    rows.push(beginWrite(part, undefined));
  }
  await world.store.transact(`case#${id}`, rows);
  const client = { self: self.client, leader: stage.leader, helper: helper.client, stranger: stranger.client }[by];
  return { stage, shift: id, volunteer, client };
}

/** A row's own facts: its keys and indexes are made anew. */
function withoutKeys(shift: ActivityShift): ActivityShift {
  const isKey = (name: string) => name === 'pk' || name === 'sk' || name.startsWith('by');
  return Object.fromEntries(Object.entries(shift).filter(([name]) => !isKey(name))) as unknown as ActivityShift;
}

const partRow = async ({ shift, volunteer }: Case) => {
  const [row] = await stage.world.store.get([partAt(stage.district.id, shift, volunteer)]);
  return row;
};
const states: readonly SignUpState[] = ['none', ...participationStates];
const table = acts.flatMap(({ step, by, when, act }) =>
  states.map((from) => {
    const { from: froms, by: actors, to } = steps[step];
    const may = (froms as readonly SignUpState[]).includes(from) && (actors as readonly string[]).includes(by);
    return { name: `${by} ${step} from ${from}`, from, by, when, act, to: may ? (to as readonly string[]) : [] };
  }),
);

describe('every step from every state', () => {
  test.each(table)('$name → $to', async ({ from, by, when, act, to }) => {
    const given = await setUp(from, when, by);
    const before = await everythingStored(stage.world);
    const said = await act(given);
    const after = (await partRow(given))?.state ?? 'none';
    if (to.length > 0) {
      expect(said).toBe('done');
      expect(to).toContain(after);
      return;
    }
    // A repeat is told that it is done; nothing has changed either way.
    expect(after).toBe(from);
    const strangersToCodes = (await everythingStored(stage.world)).filter(({ sk }) => sk !== 'TRIES');
    expect(strangersToCodes).toEqual(before.filter(({ sk }) => sk !== 'TRIES'));
  });
});

describe('docs/activities.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/activities.md'), 'utf8');
  const arrows = (froms: readonly string[], step: string, tos: readonly string[]) =>
    froms.flatMap((from) => tos.map((to) => `${from} ${step} ${to}`));
  const meant = Object.entries(steps).flatMap(([step, { from, to }]) => arrows(from, step, to));

  test('draws every step from every state to every state, and no other', () => {
    const lines = [...page.matchAll(/^ {2}(\S+) --> (\w+)(?:: (\w+))?/gm)].map(([, from = '', to = '', step]) => ({
      from: from === '[*]' ? 'none' : from,
      to,
      step,
    }));
    // Those who are away stand behind one bar, from which the arrows lead on.
    const away = lines.filter(({ to }) => to === 'away').map(({ from }) => from);
    const drawn = lines.flatMap(({ from, to, step }) =>
      step === undefined ? [] : arrows(from === 'away' ? away : [from], step, [to]),
    );
    expect(drawn.sort()).toEqual([...meant].sort());
  });

  test('has the same in its table', () => {
    const names = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
    const rows = [...page.matchAll(/^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|/gm)];
    const tabled = rows.flatMap(([, step = '', from, to]) => arrows(names(from), step, names(to)));
    expect(tabled.sort()).toEqual([...meant].sort());
  });
});
