/** Makes the development stack's template from the built bundles, in a process of its own: no account, no network. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const root = dirname(dirname(import.meta.dirname));
/** Where the deployed shape believes to be. */
export const region = 'us-east-1';

/** @returns the template's path; the functions' code lies beside it */
export async function synthesize(bundles: string, outdir: string): Promise<string> {
  const { context } = JSON.parse(await readFile(join(root, 'cdk.json'), 'utf8'));
  const asked = { ...context, stage: 'dev', region, bundles };
  const app = spawn(process.execPath, [join(root, 'infra/app.ts')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(asked) },
  });
  const [code] = await once(app, 'exit');
  if (code !== 0) throw new Error('The template could not be synthesized: `npm run synth` says why.');
  return join(outdir, `timebank-dev-${region}.template.json`);
}
