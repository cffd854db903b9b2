/**
 * `npm run first-administrator -- --district-name 冷水滩区 --login admin [--name 张老师]` sets a real deployment up: it
 * founds the district in the configured store and prints a one-time code for its first administrator. Once that
 * administrator has a password it prints no further code: whoever signs in can invite all others.
 */
import { parseArgs } from 'node:util';
import { foundDistrictWithAdministrator } from '../functions/access/index.ts';
import { readConfig } from '../functions/platform/config.ts';
import { openTools } from '../functions/platform/open-tools.ts';
import { Problem } from '../functions/platform/problem.ts';
import { invitation } from '../shared/contracts/access.ts';
import { words } from '../shared/contracts/shapes.ts';
import { problems } from '../shared/problems.ts';

const usage = 'Usage: npm run first-administrator -- --district-name <name> --login <login> [--name <name>]';

async function run(): Promise<string> {
  const { districtName, login, name } = asked();
  const tools = await openTools(readConfig());
  const founded = await foundDistrictWithAdministrator(tools, { districtName, login, name, now: Date.now() });
  if (!founded) throw new Error(`${districtName} has an administrator already, who can invite others.`);
  return `${districtName}: sign in first as ${founded.login} with the one-time code ${founded.code} (14 days).\n`;
}

/** @throws Error with one sentence when something is missing or not shaped as the API would take it */
function asked() {
  const options = { 'district-name': { type: 'string' }, login: { type: 'string' }, name: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const districtName = words(40).safeParse(values['district-name']);
  const person = invitation().safeParse({ login: values.login, name: values.name ?? values.login });
  if (!districtName.success || !person.success) throw new Error(usage);
  return { districtName: districtName.data, ...person.data };
}

function sentence(error: unknown): string {
  if (error instanceof Problem) return problems[error.code].title;
  return error instanceof Error ? error.message : String(error);
}

run().then(
  (told) => process.stdout.write(told),
  (error: unknown) => {
    process.stderr.write(`${sentence(error)}\n`);
    process.exitCode = 1;
  },
);
