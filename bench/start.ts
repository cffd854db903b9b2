/** How long the API function takes from nothing to its first answer, and what it loads for that. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { build } from 'esbuild';
import { bundleOptions } from '../scripts/build.ts';
import { balancePath, readsOf } from './balance.ts';
import { median } from './compare.ts';
import { atMost, type Finding, rounded } from './report.ts';
import type { Stage } from './stage.ts';
import { type Pupil, type Town, welcome } from './town.ts';

interface FirstAnswer {
  readonly importMs: number;
  readonly requestMs: number;
  readonly statusCode: number;
  readonly loadedBytes: number;
}

const runOnce = promisify(execFile);

export async function benchStart(stage: Stage, town: Town, { starts }: { starts: number }): Promise<Finding[]> {
  const [pupil] = await welcome(stage, town, 1);
  if (!pupil) throw new Error('Nobody to ask for a balance');
  const alone = await bundleAlone(stage.folder);
  const event = eventOf(pupil);
  const reads = readsOf(town, pupil);
  const ours: FirstAnswer[] = [];
  const bare: FirstAnswer[] = [];
  for (let start = 0; start < starts; start++) {
    ours.push(await firstAnswer(stage, stage.api, event));
    bare.push(await firstAnswer(stage, alone, reads));
  }
  const counted = await firstAnswer(stage, stage.api, event, '--count');
  return [ratioOf(ours, bare), loadedOf(counted)];
}

/** As `scripts/build.ts` bundles the functions. */
async function bundleAlone(folder: string): Promise<string> {
  const outfile = join(folder, 'sdk-alone', 'index.mjs');
  const outdir = join(folder, 'sdk-alone');
  await build({ ...bundleOptions, entryPoints: { index: join(import.meta.dirname, 'sdk-alone.ts') }, outdir });
  return outfile;
}

/** API Gateway's event of a pupil who looks at the balance. */
function eventOf({ cookie }: Pupil): APIGatewayProxyEventV2 {
  const now = Date.now();
  const headers = { host: 'localhost' };
  const http = { method: 'GET', path: balancePath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' };
  const named = {
    accountId: 'local',
    apiId: 'local',
    domainName: 'localhost',
    domainPrefix: 'localhost',
    requestId: 'bench',
  };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: balancePath,
    rawQueryString: '',
    headers,
    cookies: [cookie],
    requestContext: {
      ...named,
      http,
      routeKey: '$default',
      stage: '$default',
      time: new Date(now).toISOString(),
      timeEpoch: now,
    },
    isBase64Encoded: false,
  };
}

async function firstAnswer(
  { environment }: Stage,
  bundle: string,
  event: object,
  ...options: string[]
): Promise<FirstAnswer> {
  const script = join(import.meta.dirname, 'first-answer.ts');
  const { stdout } = await runOnce(process.execPath, [script, bundle, JSON.stringify(event), ...options], {
    env: environment,
  });
  const answer: FirstAnswer = JSON.parse(stdout);
  if (answer.statusCode !== 200) throw new Error(`The first answer of ${bundle} was ${answer.statusCode}`);
  return answer;
}

function ratioOf(ours: readonly FirstAnswer[], bare: readonly FirstAnswer[]): Finding {
  const half = (answers: readonly FirstAnswer[], part: 'importMs' | 'requestMs') =>
    median(answers.map((answer) => answer[part]));
  const whole = (answers: readonly FirstAnswer[]) =>
    median(answers.map(({ importMs, requestMs }) => importMs + requestMs));
  const parts = (answers: readonly FirstAnswer[]) => {
    const [load, ask] = [half(answers, 'importMs'), half(answers, 'requestMs')];
    return `${whole(answers).toFixed(0)} ms (${load.toFixed(0)} + ${ask.toFixed(0)})`;
  };
  return atMost(1.35, {
    name: 'import and first request / the SDK alone',
    value: rounded(whole(ours) / whole(bare)),
    unit: '×',
    detail: `${parts(ours)} and ${parts(bare)}`,
  });
}

const loadedOf = ({ loadedBytes }: FirstAnswer): Finding =>
  atMost(650, {
    name: 'loaded before the first answer',
    value: Math.round(loadedBytes / 1000),
    unit: 'kB',
    detail: `${loadedBytes} bytes of the API bundle`,
  });
