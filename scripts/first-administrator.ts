/**
 * `npm run first-administrator -- --district-name 冷水滩区 --login admin [--name 张老师] [--stage prod --region cn-north-1]`
 * sets a real deployment up, or this machine's own data: it founds the district and prints a one-time code for its
 * first administrator. Once that administrator has a password it prints no further code: whoever signs in can invite
 * all others.
 */
import { parseArgs } from 'node:util';
import { foundDistrictWithAdministrator } from '../functions/access/index.ts';
import { readConfig } from '../functions/platform/config.ts';
import { openTools } from '../functions/platform/open-tools.ts';
import { invitation } from '../shared/contracts/access.ts';
import { words } from '../shared/contracts/shapes.ts';
import { deploymentOptions, workOn } from './deployment.ts';
import { fail } from './server/sentence.ts';

const usage = 'Usage: npm run first-administrator -- --district-name <name> --login <login> [--name <name>]';

async function run(): Promise<string> {
  const { districtName, login, name, deployment } = options();
  workOn(deployment);
  const tools = await openTools(readConfig());
  const asked = { districtName, login, name, now: Date.now(), wantsCodes: true };
  const founded = await foundDistrictWithAdministrator(tools, asked);
  if (!founded) throw new Error(`${districtName} has an administrator already, who can invite others.`);
  return (
    `${districtName}: open <address>/activate?as=staff and set a password with the one-time code ${founded.code} ` +
    `(14 days). The login is ${founded.login}.\n${codesSentence(founded.codesFrom)}`
  );
}

const codesSentence = (from: string | undefined) =>
  from === undefined ? '' : `From ${from} on administrators sign in with a code from their phone, too.\n`;

/** @throws Error with one sentence when something is missing or not shaped as the API would take it */
function options() {
  const own = { 'district-name': { type: 'string' }, login: { type: 'string' }, name: { type: 'string' } } as const;
  const { values } = parseArgs({ options: { ...own, ...deploymentOptions } });
  const districtName = words(40).safeParse(values['district-name']);
  const person = invitation().safeParse({ login: values.login, name: values.name ?? values.login });
  if (!districtName.success || !person.success) throw new Error(usage);
  return { districtName: districtName.data, ...person.data, deployment: values };
}

run().then((told) => process.stdout.write(told), fail);
