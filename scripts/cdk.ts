/**
 * `npm run bootstrap|import-tables|destroy -- --stage prod --region cn-north-1 [-c name=value …]`: builds, and has the
 * CDK do to one deployment what its verb says: prepare account and regions, take restored tables into a new stage's
 * stack, take the stacks away.
 */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { assemble } from './assemble.ts';
import { buildBundles } from './build.ts';
import { type Deployment, deploymentOf, deploymentOptions } from './deployment.ts';
import { fail } from './server/sentence.ts';

const root = dirname(import.meta.dirname);
export const cdkProgram = join(root, 'node_modules/aws-cdk/bin/cdk');

/** A deployment, and what its operator decides about it: `name=value` each (infra/settings.ts). */
export interface AskedDeployment {
  readonly deployment: Deployment;
  readonly settings: readonly string[];
  /** The stage whose keys the tables of this one were sealed with, after a restore. */
  readonly keysFrom?: string | undefined;
}
type Verb = (asked: AskedDeployment) => readonly string[] | Promise<readonly string[]>;

/** Without a stack's name the CDK means all of them: CloudFront's firewall has one of its own, in another region. */
const verbs: Readonly<Record<string, Verb>> = {
  bootstrap: () => ['bootstrap'],
  'import-tables': importVerb,
  destroy: () => ['destroy', '--all'],
};

/** With the tables named the CDK asks nothing and leaves the rest of the stack to the deploy. */
async function importVerb({ deployment: { stage, region }, settings }: AskedDeployment): Promise<readonly string[]> {
  const [stack, outdir] = [`timebank-${stage}-${region}`, join(root, 'cdk.out')];
  const context = Object.fromEntries(settings.map((setting) => setting.split(/=(.*)/s)));
  const { sound, printed } = await assemble({ ...context, stage, region }, outdir);
  if (!sound) throw new Error(printed);
  const template = JSON.parse(await readFile(join(outdir, `${stack}.template.json`), 'utf8'));
  return ['import', stack, '--resource-mapping-inline', JSON.stringify(tablesIn(template))];
}

/** What each table of a template is called in DynamoDB, by its name in the template, as `cdk import` takes it. */
export function tablesIn({ Resources }: { Resources: Readonly<Record<string, Resource>> }) {
  const tables = Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::DynamoDB::GlobalTable');
  return Object.fromEntries(tables.map(([id, { Properties }]) => [id, { TableName: Properties?.TableName }]));
}
interface Resource {
  readonly Type: string;
  readonly Properties?: { readonly TableName?: unknown };
}

/** @throws Error with one sentence when no deployment is named */
export function askedDeployment(command: string, words: readonly string[]): AskedDeployment {
  const context = { type: 'string', short: 'c', multiple: true } as const;
  const options = { ...deploymentOptions, context, 'keys-from': { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...words], options });
  const deployment = deploymentOf(values);
  if (!deployment || (values['keys-from'] && command !== 'deploy'))
    throw new Error(`Usage: npm run ${command} -- --stage <stage> --region <region> [-c <setting>=<value>]…`);
  return { deployment, settings: values.context ?? [], keysFrom: values['keys-from'] };
}

/** The CDK's own questions, about widened rights for one, are for the operator to answer. */
export async function runCdk(verbOf: Verb, asked: AskedDeployment): Promise<void> {
  await buildBundles({ outdir: join(root, 'dist') });
  const verb = await verbOf(asked);
  const { settings } = asked;
  const { stage, region } = asked.deployment;
  const context = [`stage=${stage}`, `region=${region}`, ...settings].flatMap((setting) => ['-c', setting]);
  const { status } = spawnSync(process.execPath, [cdkProgram, ...verb, ...context], { cwd: root, stdio: 'inherit' });
  if (status !== 0)
    throw new Error(`The ${verb[0]} did not finish: mend what it says and give the same command again.`);
}

async function run(): Promise<void> {
  const [command = '', ...words] = process.argv.slice(2);
  const verb = verbs[command];
  if (!verb) throw new Error(`This is for ${Object.keys(verbs).join(', ')}, and not for “${command}”.`);
  await runCdk(verb, askedDeployment(command, words));
}

if (import.meta.main) run().catch(fail);
