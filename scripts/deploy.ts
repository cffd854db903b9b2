/**
 * `npm run deploy -- --stage prod --region cn-north-1 [-c name=value …]`: builds, deploys, makes the keys of a new
 * deployment, and asks whether it is well. Giving it again brings the present release there.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBundles } from './build.ts';
import { type Deployment, deploymentOf, deploymentOptions } from './deployment.ts';
import { makeKeys, secretPlace } from './keys.ts';
import { fail } from './server/sentence.ts';

const root = dirname(import.meta.dirname);
const outputsFile = join(root, 'cdk.out', 'outputs.json');
const usage = 'Usage: npm run deploy -- --stage <stage> --region <region> [-c <setting>=<value>]…';

async function run(): Promise<void> {
  const options = { ...deploymentOptions, context: { type: 'string', short: 'c', multiple: true } } as const;
  const { values } = parseArgs({ options });
  const deployment = deploymentOf(values);
  if (!deployment) throw new Error(usage);
  await buildBundles({ outdir: join(root, 'dist') });
  deployStacks(deployment, values.context ?? []);
  say(await makeKeys(secretPlace(deployment)));
  const url = urlOf(deployment);
  const { status } = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(30_000) });
  if (status !== 200)
    throw new Error(`${url}/api/health answers ${status}: see "It does not answer" in docs/deploy.md.`);
  say(`${url} answers. The first time, go on with:`);
  const { stage, region } = deployment;
  say(`npm run first-administrator -- --stage ${stage} --region ${region} --district-name <name> --login <login>`);
}

/** The CDK's own questions about widened rights are for the operator to answer. */
function deployStacks({ stage, region }: Deployment, context: readonly string[]): void {
  const settings = [`stage=${stage}`, `region=${region}`, ...context].flatMap((setting) => ['-c', setting]);
  const cdk = join(root, 'node_modules/aws-cdk/bin/cdk');
  const command = [cdk, 'deploy', '--all', '--outputs-file', outputsFile, ...settings];
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (status !== 0)
    throw new Error(
      'The deploy did not finish; nothing of it is lost: mend what it says and give the same command again.',
    );
}

function urlOf({ stage }: Deployment): string {
  const outputs = JSON.parse(readFileSync(outputsFile, 'utf8')) as Record<string, Record<string, string>>;
  const url = outputs[`timebank-${stage}`]?.Url;
  if (!url) throw new Error(`The deploy named no address in ${outputsFile}.`);
  return url;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

run().catch(fail);
