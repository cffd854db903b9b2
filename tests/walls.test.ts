import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lintPlanted, type Plant } from './planted-house.ts';

const served = ['district', 'access', 'ledger', 'volunteers', 'rewards', 'teams', 'hours'];
const services = [...served, 'activities', 'orders', 'wishes'];

/** What each slice stands on; it may reach nothing else. */
const floors: Record<string, readonly string[]> = {
  district: [],
  access: ['district'],
  ledger: ['district', 'access'],
  volunteers: ['district', 'access'],
  rewards: ['district', 'access', 'ledger', 'volunteers'],
  teams: ['district', 'access', 'volunteers'],
  hours: ['district', 'access', 'ledger', 'volunteers', 'rewards', 'teams'],
  activities: [...served, 'figures'],
  orders: served,
  wishes: served,
  notices: services,
  figures: served,
  guardians: services,
  exports: [...served, 'figures'],
  changes: [...services, 'notices', 'figures', 'guardians', 'exports'],
};

const sdk = 'so that it runs on both stores';
const entries = 'Nobody imports entries';
const leaf = 'shared/ is a leaf';
const browser = 'shared/ runs in a browser';
const deployed = 'it deploys what was built';
const door = 'import its index.ts';
const noFloor = 'This slice has no floor yet';

/** One forbidden import per wall: where it stands, what it reaches for, the reason it is refused with. */
const forbidden: readonly (readonly [file: string, reach: string, reason: string])[] = [
  ['shared/rules/planted.ts', '../../functions/ledger/index.ts', leaf],
  ['shared/rules/planted.ts', '../../web/ui/button.ts', leaf],
  ['shared/rules/planted.ts', 'hono', browser],
  ['shared/rules/planted.ts', 'node:crypto', browser],
  ['web/pages/planted.ts', '../../functions/hours/index.ts', 'web/ takes only shared/'],
  ['infra/planted.ts', '../shared/problems.ts', deployed],
  ['infra/planted.ts', '../functions/entries/api.ts', deployed],
  ['functions/platform/store/planted.ts', '../../hours/index.ts', 'The platform knows no slice'],
  ['functions/rewards/planted.ts', '../ledger/rows.ts', door],
  ['functions/changes/planted.ts', '../hours/rows.ts', door],
  ['functions/entries/planted.ts', '../hours/rows.ts', door],
  ['functions/newcomer/planted.ts', '../district/index.ts', noFloor],
  ['functions/hours/planted.ts', '../../tests/store/day.ts', 'functions/ stands on shared/ alone'],
  ['functions/entries/planted.ts', '../../web/pages/home.ts', 'functions/ stands on shared/ alone'],
  ['functions/hours/planted.ts', '../entries/api.ts', entries],
  ['functions/platform/planted.ts', '../entries/api.ts', entries],
  ['functions/hours/planted.ts', '../entries/wiring/tick.ts', entries],
  ['functions/entries/planted.ts', './api.ts', entries],
  ['functions/entries/wiring/planted.ts', '../api.ts', entries],
  ['scripts/planted.ts', '../functions/entries/api.ts', entries],
  ['functions/ledger/planted.ts', '@aws-sdk/lib-dynamodb', sdk],
  ['functions/entries/planted.ts', '@aws-sdk/client-dynamodb', sdk],
  ['functions/entries/planted.ts', '@smithy/node-http-handler', sdk],
  ['infra/planted.ts', '@aws-sdk/client-dynamodb', sdk],
  ['scripts/planted.ts', '@aws-sdk/client-dynamodb', sdk],
];

const welcome: readonly (readonly [file: string, reach: string])[] = [
  ['shared/rules/planted.ts', './calendar.ts'],
  ['shared/contracts/planted.ts', '../rules/calendar.ts'],
  ['shared/rules/planted.ts', 'chinese-days/dist/years/2026.json'],
  ['web/pages/planted.ts', '../../shared/contracts/hours.ts'],
  ['infra/planted.ts', '../shared/tables.ts'],
  ['infra/planted.ts', 'aws-cdk-lib'],
  ['functions/platform/store/dynamo/planted.ts', '@aws-sdk/lib-dynamodb'],
  ['functions/rewards/planted.ts', '../platform/problem.ts'],
  ['functions/rewards/planted.ts', '../../shared/contracts/hours.ts'],
  ['functions/rewards/planted.ts', './rows.ts'],
  ['functions/entries/planted.ts', '../hours/index.ts'],
  ['functions/entries/planted.ts', './wiring/tick.ts'],
  ['functions/entries/wiring/planted.ts', './tick.ts'],
  ['functions/entries/wiring/planted.ts', '../../hours/index.ts'],
  ['scripts/planted.ts', '../functions/entries/wiring/tick.ts'],
  ['functions/entries/api.ts', '../../web/pages/home.ts'],
];

const ways: readonly (readonly [name: string, write: (reach: string) => string])[] = [
  ['an import', (reach) => `import { planted } from '${reach}';\nplanted();\n`],
  ['an import of types', (reach) => `import type { Planted } from '${reach}';\nexport type Kept = Planted;\n`],
  ['a re-export', (reach) => `export { planted } from '${reach}';\n`],
  ['a re-export of everything', (reach) => `export * from '${reach}';\n`],
  ['a lazy import', (reach) => `export const load = () => import('${reach}');\n`],
];

const plain = (file: string, reach: string): Plant => ({
  file,
  source: `import { planted } from '${reach}';\nplanted();\n`,
});

describe('the walls between the rooms', () => {
  test('every wall refuses a forbidden import and gives its reason', async () => {
    const answers = await lintPlanted(forbidden.map(([file, reach]) => plain(file, reach)));
    const expected = forbidden.map(([file, reach, reason]) => `${file} → ${reach}: ${reason}`);
    const answered = forbidden.map(([file, reach, reason], index) => {
      const answer = answers[index] ?? '';
      return `${file} → ${reach}: ${answer.includes(reason) ? reason : answer || 'admitted'}`;
    });
    expect(answered).toEqual(expected);
  });

  test('what the house is built on is admitted', async () => {
    const answers = await lintPlanted(welcome.map(([file, reach]) => plain(file, reach)));
    expect(welcome.filter((_, index) => answers[index] !== '')).toEqual([]);
  });

  test('a wall stands however the import is written', async () => {
    const answers = await lintPlanted(
      ways.map(([, write]) => ({ file: 'shared/rules/planted.ts', source: write('../../functions/hours/index.ts') })),
    );
    expect(ways.filter((_, index) => !answers[index]?.includes(leaf))).toEqual([]);
  });

  test('zod is taken as a namespace only', async () => {
    const sources = [
      "import { z } from 'zod';\nz.string();\n",
      "import z from 'zod';\nz.string();\n",
      "import * as z from 'zod';\nz.string();\n",
    ];
    const answers = await lintPlanted(sources.map((source) => ({ file: 'shared/contracts/planted.ts', source })));
    expect(answers.map((answer) => answer.includes('import * as z'))).toEqual([true, true, false]);
  });

  describe('slices', () => {
    const names = Object.keys(floors);
    const pairs = names.flatMap((from) => names.filter((to) => to !== from).map((to) => [from, to] as const));
    let answers: string[];

    beforeAll(async () => {
      answers = await lintPlanted(
        pairs.map(([from, to]) => plain(`functions/${from}/planted.ts`, `../${to}/index.ts`)),
      );
    });

    test('a slice reaches its floor and nothing above or beside it', () => {
      const admitted = pairs.filter((_, index) => answers[index] === '');
      expect(admitted).toEqual(pairs.filter(([from, to]) => floors[from]?.includes(to)));
    });

    test('every refusal says what the slice stands on', () => {
      expect(answers.filter((answer) => answer !== '' && !answer.includes('Slices reach down only'))).toEqual([]);
    });

    test('every folder of functions has its floor', () => {
      const folders = readdirSync(join(import.meta.dirname, '../functions'), { withFileTypes: true }).filter((entry) =>
        entry.isDirectory(),
      );
      const slices = folders.map(({ name }) => name).filter((name) => name !== 'platform' && name !== 'entries');
      expect(slices.filter((name) => !names.includes(name))).toEqual([]);
    });
  });
});
