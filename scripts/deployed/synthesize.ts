/** Makes the development stack's template from the built bundles, in a process of its own: no account, no network. */

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from '../assemble.ts';

/** Where the deployed shape believes to be. */
export const region = 'us-east-1';

/** @returns the template's path; the functions' code lies beside it */
export async function synthesize(bundles: string, outdir: string): Promise<string> {
  const template = join(outdir, `timebank-dev-${region}.template.json`);
  // A copy of a data folder brings the template that was made of the same bundles.
  if (madeAt(template) > madeAt(join(bundles, 'api', 'index.mjs'))) return template;
  const { sound } = await assemble({ stage: 'dev', region, bundles, unchecked: 'true' }, outdir);
  if (!sound) throw new Error('The template could not be synthesized: `npm run synth` says why.');
  return template;
}

const madeAt = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
