/**
 * `npm run bootstrap|import-tables|destroy -- --stage prod --region cn-north-1 [-c name=value …]`: builds, and has the
 * CDK do to one deployment what its verb says: prepare account and regions, take restored tables into a new stage's
 * stack, take the stacks away.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBundles } from './build.ts';
import { type Deployment, deploymentOf, deploymentOptions } from './deployment.ts';
import { fail } from './server/sentence.ts';

const root = dirname(import.meta.dirname);
export const cdkProgram = join(root, 'node_modules/aws-cdk/bin/cdk');

/** A deployment, and what its operator decides about it: `name=value` each (infra/settings.ts). */
export interface AskedDeployment {
  readonly deployment: Deployment;
  readonly settings: readonly string[];
}

/** Without a stack's name the CDK means all of them: CloudFront's firewall has one of its own, in another region. */
const verbs: Readonly<Record<string, (deployment: Deployment) => readonly string[]>> = {
  bootstrap: () => ['bootstrap'],
  'import-tables': ({ stage, region }) => ['import', `timebank-${stage}-${region}`],
  destroy: () => ['destroy', '--all'],
};

/** @throws Error with one sentence when no deployment is named */
export function askedDeployment(command: string, words: readonly string[]): AskedDeployment {
  const options = { ...deploymentOptions, context: { type: 'string', short: 'c', multiple: true } } as const;
  const { values } = parseArgs({ args: [...words], options });
  const deployment = deploymentOf(values);
  if (!deployment)
    throw new Error(`Usage: npm run ${command} -- --stage <stage> --region <region> [-c <setting>=<value>]…`);
  return { deployment, settings: values.context ?? [] };
}

/** The CDK's own questions, about widened rights for one, are for the operator to answer. */
export async function runCdk(verb: readonly string[], { deployment, settings }: AskedDeployment): Promise<void> {
  await buildBundles({ outdir: join(root, 'dist') });
  const { stage, region } = deployment;
  const context = [`stage=${stage}`, `region=${region}`, ...settings].flatMap((setting) => ['-c', setting]);
  const { status } = spawnSync(process.execPath, [cdkProgram, ...verb, ...context], { cwd: root, stdio: 'inherit' });
  if (status !== 0)
    throw new Error(`The ${verb[0]} did not finish: mend what it says and give the same command again.`);
}

async function run(): Promise<void> {
  const [command = '', ...words] = process.argv.slice(2);
  const verb = verbs[command];
  if (!verb) throw new Error(`This is for ${Object.keys(verbs).join(', ')}, and not for “${command}”.`);
  const asked = askedDeployment(command, words);
  await runCdk(verb(asked.deployment), asked);
}

if (import.meta.main) run().catch(fail);
