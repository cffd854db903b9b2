import { describe, expect, test } from 'vitest';
import { type Candidate, metresBetween, rankTeams, type Wanted } from '../../shared/rules/dispatch.ts';
import { effectiveSettings } from '../../shared/rules/settings.ts';
import { unitTree } from '../../shared/rules/units.ts';

const settings = effectiveSettings([], '2026-03-02');
const units = unitTree([
  { id: 'district', kind: 'district', name: '区' },
  { id: 'north', kind: 'street', name: '北街', parent: 'district' },
  { id: 'south', kind: 'street', name: '南街', parent: 'district' },
  { id: 'willow', kind: 'community', name: '柳荫', parent: 'north' },
  { id: 'bridge', kind: 'community', name: '桥头', parent: 'north' },
  { id: 'pond', kind: 'community', name: '池塘', parent: 'south' },
]);
/** Monday, 2 March 2026, 10:00 in Shanghai. */
const now = Date.parse('2026-03-02T02:00:00Z');
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const wanted: Wanted = { skill: 'hair', unit: 'willow', from: now + dayMs, to: now + dayMs + 2 * hourMs };
const team = (name: string, change: Partial<Candidate> = {}): Candidate => ({
  team: name,
  unit: 'willow',
  skills: ['hair'],
  slots: [],
  load: 0,
  loadMax: 3,
  taken: 0,
  starsSum: 0,
  starsCount: 0,
  drops: [],
  ...change,
});
const rank = (candidates: Candidate[], asked = wanted) => rankTeams(asked, candidates, { units, now, settings });
const order = (candidates: Candidate[], asked = wanted) => rank(candidates, asked).map((one) => one.team);

describe('who may be asked', () => {
  test('teams that can do it and have room, and who was not asked before', () => {
    const candidates = [team('able'), team('unable', { skills: ['repair'] }), team('full', { load: 3 }), team('asked')];
    expect(order(candidates, { ...wanted, except: ['asked'] })).toEqual(['able']);
  });
});

describe('who is asked first', () => {
  test('the nearest by the tree, when no places are known', () => {
    const candidates = [team('far', { unit: 'pond' }), team('near', { unit: 'bridge' }), team('here')];
    expect(order(candidates)).toEqual(['here', 'near', 'far']);
    expect(rank(candidates).map(({ reasons }) => reasons[0]?.value)).toEqual([0, 2, 4]);
  });

  test('the nearest in metres where both places are known', () => {
    const here = { latitude: 27.24, longitude: 111.45 };
    const there = { latitude: 27.24, longitude: 111.5 };
    expect(metresBetween(here, there)).toBeGreaterThan(4900);
    expect(metresBetween(here, there)).toBeLessThan(5000);
    const candidates = [team('far', { spot: there }), team('near', { unit: 'pond', spot: here })];
    expect(order(candidates, { ...wanted, spot: here })).toEqual(['near', 'far']);
  });

  test.each<[string, Partial<Candidate>, Partial<Candidate>]>([
    ['who is free at that time', { slots: ['2-morning'] }, { slots: ['2-evening'] }],
    ['who has less in hand', { load: 0 }, { load: 2 }],
    ['who has taken fewer this month', { taken: 1 }, { taken: 6 }],
    ['whom residents praise', { starsSum: 50, starsCount: 10 }, { starsSum: 20, starsCount: 10 }],
  ])('%s', (_, better, worse) => {
    expect(order([team('a-worse', worse), team('b-better', better)])).toEqual(['b-better', 'a-worse']);
  });

  test('whoever gave two orders back within thirty days comes behind all others for thirty days', () => {
    const dropper = (...daysAgo: number[]) => [
      team('dropper', { drops: daysAgo.map((days) => now - days * dayMs) }),
      team('far', { unit: 'pond', slots: ['7-evening'], load: 2, taken: 9 }),
    ];
    expect(order(dropper(5))).toEqual(['dropper', 'far']);
    expect(order(dropper(5, 20))).toEqual(['far', 'dropper']);
    expect(order(dropper(5, 36))).toEqual(['dropper', 'far']);
    expect(order(dropper(31, 40))).toEqual(['dropper', 'far']);
  });

  test('the same facts give the same order, and the points are the sum of the reasons', () => {
    const candidates = ['c', 'a', 'b'].map((name) => team(name));
    expect(order(candidates)).toEqual(['a', 'b', 'c']);
    expect(order([...candidates].reverse())).toEqual(['a', 'b', 'c']);
    for (const { points, reasons } of rank(candidates))
      expect(points).toBe(reasons.reduce((sum, reason) => sum + reason.points, 0));
  });

  test('time across midnight counts on both days', () => {
    const night = { ...wanted, from: now + 11 * hourMs, to: now + 22 * hourMs };
    const [one] = rank([team('free', { slots: ['1-evening', '2-morning'] })], night);
    // From 21:00 to 8:00: an hour of the evening and one of the morning, of eleven.
    expect(one?.reasons.find(({ factor }) => factor === 'free')?.value).toBe(18);
  });
});
