/** What each `npm run …` gets ready on a machine where nothing is installed, seen in a house of empty scripts. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const { scripts: commands }: { scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const prepared = Object.keys(commands).filter((name) => commands[name]?.includes('scripts/setup.mjs'));

const house = mkdtempSync(join(tmpdir(), 'timebank-setup-'));
afterAll(() => rmSync(house, { recursive: true, force: true }));
const at = (path: string) => join(house, path);
const put = (path: string, text: string) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
};

const locked = {
  '': {},
  'node_modules/hono': { version: '1.0.0' },
  'node_modules/vitest': { version: '1.0.0', dev: true },
};
put('package-lock.json', JSON.stringify({ packages: locked }));
// What npm does, without a network: it writes its note, and leaves out what it is told to.
put(
  'npm.mjs',
  `import { mkdirSync, writeFileSync } from 'node:fs';
  const { 'node_modules/vitest': vitest, ...packages } = ${JSON.stringify(locked)};
  const all = process.argv.includes('--omit=dev') ? packages : { ...packages, 'node_modules/vitest': vitest };
  mkdirSync('node_modules', { recursive: true });
  writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: all }));`,
);
put('java/bin/java', '');
chmodSync(at('java/bin/java'), 0o755);
put('java/release', 'JAVA_VERSION="17.0.1"');
for (const name of prepared) {
  const script = commands[name]?.split(' ')[3] ?? '';
  put(script, "process.stdout.write('started');");
}
copyFileSync('scripts/setup.mjs', at('scripts/setup.mjs'));

interface Machine {
  /** The folders where programs are looked for: no java, browser, font or apt-get is elsewhere. */
  readonly path: string;
  readonly store?: string;
}

/** What the first command after a clone does: the packages it installs, what it wants of the machine, its output. */
function first(name: string, words: readonly string[] = [], { path, store = '' }: Machine = { path: at('none') }) {
  rmSync(at('node_modules'), { recursive: true, force: true });
  const env = { PATH: path, TIMEBANK_STORE: store, CHROMIUM_PATH: at('none/chromium'), npm_execpath: at('npm.mjs') };
  const line = (commands[name] ?? '').split(' ').slice(1);
  const { stdout, stderr } = spawnSync(process.execPath, [...line, ...words], { cwd: house, env, encoding: 'utf8' });
  return {
    packages: /^Installing the packages for (\w+)/m.exec(stderr)?.[1],
    wanted: /^(?:DynamoDB Local|Testing pages) needs (\w+)/m.exec(stderr)?.[1],
    stdout,
  };
}
const started = (packages: string) => ({ packages, wanted: undefined, stdout: 'started' });
const wants = (wanted: string) => ({ packages: 'development', wanted, stdout: '' });

const tested = ['test', 'bench', 'e2e', 'screens'];
const developed = ['check', 'synth', 'openapi', 'bootstrap', 'deploy', 'import-tables', 'destroy', 'replay', 'cost'];
const onDynamoDbLocal = ['deployed'];
const run = prepared.filter((name) => ![...tested, ...developed, ...onDynamoDbLocal].includes(name));

describe('the first command after a clone', () => {
  test.each(developed)('%s asks for packages alone, those for development too', (name) => {
    expect(first(name)).toEqual(started('development'));
  });

  test.each(run)('%s asks for the packages for running alone', (name) => {
    expect(first(name)).toEqual(started('running'));
  });

  test.each(tested)('%s asks for Java and a browser', (name) => {
    expect(first(name)).toEqual(wants('Java'));
    expect(first(name, [], { path: at('java/bin') })).toEqual(wants('Chromium'));
  });
});

describe('DynamoDB Local', () => {
  const local = [
    ['deployed', [], ''],
    ['start', [], 'dynamodb'],
    ['walkthrough', ['--store', 'dynamodb'], ''],
    ['simulate', ['--store=dynamodb'], ''],
  ] as const;

  test.each(local)(
    'is what %s %j with the store “%s” starts: that needs Java, and no browser',
    (name, words, store) => {
      expect(first(name, words, { path: at('none'), store })).toEqual(wants('Java'));
      expect(first(name, words, { path: at('java/bin'), store })).toEqual(started('development'));
    },
  );

  test.each(['audit', 'repair', 'export-district', 'import-district', 'minors-audit'])(
    'is not what %s works on when it is told to work on tables',
    (name) => {
      expect(first(name, [], { path: at('none'), store: 'dynamodb' })).toEqual(started('running'));
    },
  );
});

test('every command that a document names is there, and gets ready what it needs', () => {
  const documents = ['README.md', ...globSync('docs/**/*.md')].map((path) => readFileSync(path, 'utf8')).join('\n');
  const named = [...documents.matchAll(/npm run (?:--silent )?([a-z][\w-]*)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !(name in commands))).toEqual([]);
  // On a fresh clone there is neither the CDK nor what it deploys.
  expect(documents.match(/(?:npx|`cdk) .*/g) ?? []).toEqual([]);
});
