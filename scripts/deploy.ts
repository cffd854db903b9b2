/**
 * `npm run deploy -- --stage prod --region cn-north-1 [-c name=value …]`: builds, deploys, makes the keys of a new
 * deployment, and asks whether it is well. Giving it again brings the present release there, or goes on with a first
 * deploy that broke off. `--keys-from prod` gives a stage with restored tables the keys that their rows are sealed
 * with; without it new keys are refused to tables that hold data.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { askedDeployment, runCdk } from './cdk.ts';
import type { Deployment } from './deployment.ts';
import { makeKeys, refuseOverSealed, secretPlace } from './keys.ts';
import { fail } from './server/sentence.ts';

const root = dirname(import.meta.dirname);
const outputsFile = join(root, 'cdk.out', 'outputs.json');

async function run(): Promise<void> {
  const asked = askedDeployment('deploy', process.argv.slice(2));
  const { deployment, keysFrom } = asked;
  const secret = secretPlace(deployment);
  const hasKeys = (await secret.read()) !== undefined;
  if (!hasKeys && keysFrom === undefined) await refuseOverSealed(secret);
  const verb = deployVerb(hasKeys);
  await runCdk(() => verb, asked);
  say(await makeKeys(secret, keysFrom === undefined ? undefined : secretPlace({ ...deployment, stage: keysFrom })));
  const url = urlOf(deployment);
  const { status } = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(30_000) });
  if (status !== 200)
    throw new Error(`${url}/api/health answers ${status}: see "It does not answer" in docs/deploy.md.`);
  say(`${url} answers. The first time, go on with:`);
  const { stage, region } = deployment;
  say(`npm run first-administrator -- --stage ${stage} --region ${region} --district-name <name> --login <login>`);
}

/**
 * Keys are made after the first deploy that succeeds. Until then nothing is rolled back: tables and secret would be
 * kept without a stack, and the next try would find their names taken.
 */
export const deployVerb = (hasKeys: boolean): readonly string[] => [
  ...['deploy', '--all', '--outputs-file', outputsFile],
  ...(hasKeys ? [] : ['--no-rollback']),
];

function urlOf({ stage }: Deployment): string {
  const outputs = JSON.parse(readFileSync(outputsFile, 'utf8')) as Record<string, Record<string, string>>;
  const url = outputs[`timebank-${stage}`]?.Url;
  if (!url) throw new Error(`The deploy named no address in ${outputsFile}.`);
  return url;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

if (import.meta.main) run().catch(fail);
