/** Runs the CDK app without its command line, in a process of its own. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = dirname(import.meta.dirname);
/** What the command line adds: `npm run deploy` makes the same templates with it. */
const ofCommandLine = {
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': true,
  'aws:cdk:disable-version-reporting': true,
};

/** What the CDK app printed, and whether every template held. */
export interface Assembled {
  readonly sound: boolean;
  readonly printed: string;
}

/**
 * @param asked the settings, as `-c name=value` gives them
 * @param outdir where templates and assets go
 */
export async function assemble(asked: Readonly<Record<string, string>>, outdir: string): Promise<Assembled> {
  const { context } = JSON.parse(await readFile(join(root, 'cdk.json'), 'utf8'));
  const settings = { ...context, ...ofCommandLine, ...asked };
  const checks = asked.unchecked ? { CDK_VALIDATION: 'false' } : {};
  const app = spawn(process.execPath, [join(root, 'infra/app.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(settings), ...checks },
  });
  const ended = new Promise<number | null>((resolve) => app.once('close', resolve));
  const [out, error] = await Promise.all([text(app.stdout), text(app.stderr)]);
  return { sound: (await ended) === 0, printed: out + error };
}
