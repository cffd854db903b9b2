/**
 * `npm run keys -- [rotate] [--stage prod --region cn-north-1]`: makes the keys of a deployment that has none, and with
 * `rotate` gives it a new key to sign with; what the old one signed stays good until the next rotation. Without a stage
 * it works on the key file of this machine.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../functions/platform/config.ts';
import { keySecret } from '../functions/platform/identity/key-secret.ts';
import { formatKeys, newKeys, parseKeys, replaceKeys, rotateSigning } from '../functions/platform/identity/keys.ts';
import { tablePrefixOf } from '../shared/tables.ts';
import { type Deployment, deploymentOf, deploymentOptions, secretIdOf, startAnew } from './deployment.ts';
import { fail } from './server/sentence.ts';

/** Where the text of the keys is. */
export interface KeyPlace {
  readonly name: string;
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
  /** Whether there are rows already that other keys have sealed, should this place hold none. */
  hasSealed?(): Promise<boolean>;
}

/**
 * Never over keys that are there: they may have sealed something.
 * @param from where the keys are taken from instead of made
 * @returns what it did, in a sentence
 */
export async function makeKeys(place: KeyPlace, from?: KeyPlace): Promise<string> {
  const text = await place.read();
  const theirs = await from?.read();
  if (from && theirs === undefined) throw new Error(`The ${from.name} holds no keys.`);
  if (text !== undefined) {
    const { personal } = parseKeys(text, place.name);
    if (from && theirs && Buffer.compare(personal, parseKeys(theirs, from.name).personal) !== 0)
      throw new Error(`The ${place.name} holds other keys than the ${from.name}: one of the two stages is not meant.`);
    return `The ${place.name} holds keys already; they stay.`;
  }
  if (from && theirs) {
    await place.write(formatKeys(parseKeys(theirs, from.name)));
    return `The ${place.name} has the keys of the ${from.name}.`;
  }
  await refuseOverSealed(place);
  await place.write(formatKeys(newKeys()));
  return `The ${place.name} has new keys. Keep a copy in a safe place: without them nobody reads a name again.`;
}

/**
 * New keys would open nothing of what is there: these are restored tables, or the secret is lost.
 * @throws Error with one sentence
 */
export async function refuseOverSealed({ name, hasSealed }: KeyPlace): Promise<void> {
  if (await hasSealed?.())
    throw new Error(
      `The ${name} holds no keys and the tables hold data that others have sealed: ` +
        'deploy with --keys-from and the stage that the tables are from.',
    );
}

export async function rotateKeys(place: KeyPlace): Promise<string> {
  const text = await place.read();
  if (text === undefined) throw new Error(`The ${place.name} holds no keys.`);
  await place.write(formatKeys(rotateSigning(parseKeys(text, place.name))));
  return `The ${place.name} has a new key to sign with; what the old one signed is good until the next rotation.`;
}

export function secretPlace(deployment: Deployment): KeyPlace {
  const secretId = secretIdOf(deployment);
  const { stage, region } = deployment;
  // Where anything is, a district has been founded, which takes keys.
  const hasSealed = async () => {
    // The archive of the single server has this command and no client for DynamoDB.
    const { dynamoClient, hasRows } = await import('../functions/platform/store/dynamo/index.ts');
    return hasRows(dynamoClient({ region, maxAttempts: 8 }), `${tablePrefixOf(stage)}District`);
  };
  return { name: `secret ${secretId}`, ...keySecret({ secretId, region }), hasSealed };
}

/** A server reads its keys when it starts. */
function filePlace(file: string): KeyPlace {
  const name = `key file ${file}`;
  const read = () =>
    readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new Error(`There is no ${name}: set DATA_DIR.`) : error;
    });
  return { name, read, write: (text) => replaceKeys(file, parseKeys(text, name)) };
}

async function run(): Promise<string> {
  const { values, positionals } = parseArgs({ options: deploymentOptions, allowPositionals: true });
  const [verb = 'rotate', ...more] = positionals;
  if (verb !== 'rotate' || more.length > 0)
    throw new Error('Usage: npm run keys -- [rotate] [--stage <stage> --region <region>]');
  const deployment = deploymentOf(values);
  const { keys } = readConfig();
  if (!deployment && !('file' in keys)) throw new Error('Name the deployment: --stage and --region.');
  const place = deployment ? secretPlace(deployment) : filePlace('file' in keys ? keys.file : '');
  if (positionals[0] !== 'rotate') return makeKeys(place);
  const told = await rotateKeys(place);
  return deployment ? `${told} Running functions sign with it once they start anew:\n${startAnew(deployment)}` : told;
}

if (import.meta.main) {
  run().then((told) => process.stdout.write(`${told}\n`), fail);
}
