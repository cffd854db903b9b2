import { join } from 'node:path';
import * as z from 'zod';
import { tablePrefixOf } from '../../shared/tables.ts';

/** What the surroundings decide. Made once when an entry starts; the AWS SDK alone reads further variables itself. */
export interface Config {
  /** Tells deployments in one account apart: `local`, `test`, `production`. */
  readonly stage: string;
  readonly store:
    | { readonly kind: 'embedded' }
    | { readonly kind: 'dynamodb'; readonly region: string; readonly tablePrefix: string };
  /** Where the embedded store, and by default keys and files, live on disk. */
  readonly dataDir: string;
  /** The local server's port; 0 takes a free one. */
  readonly port: number;
  /** The only origin that may write, e.g. `https://bank.example.cn`; without it the request's own host counts. */
  readonly origin?: string;
  /** What the front (CloudFront) says with each request; a request that does not say it is turned away. */
  readonly frontKey?: string;
  readonly keys: { readonly file: string } | { readonly secretId: string };
  readonly files: { readonly folder: string } | { readonly bucket: string };
  /** Settings of the ways out of the inbox; without them messages stay inside. */
  readonly messengers?: { readonly file: string } | { readonly secretId: string };
  /** What the operator puts onto every page. */
  readonly site: Site;
}

export interface Site {
  /** ICP filing and 公安备案, as the law wants them at the foot of a page. */
  readonly filings: readonly string[];
  /** The number in the name of WeChat's file `MP_verify_….txt`, which is also what the file says. */
  readonly wechatVerification?: string;
}

const text = z.string().optional();
const isOrigin = (value: string) => /^https?:/.test(value) && URL.parse(value)?.origin === value;
const variables = z.object({
  STAGE: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,19}$/, 'must be up to 20 lower-case letters, digits and dashes')
    .default('local'),
  TIMEBANK_STORE: z.enum(['embedded', 'dynamodb'], 'must be embedded or dynamodb').default('embedded'),
  DATA_DIR: z.string().default('.data'),
  PORT: z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, 'must be a number from 0 to 65535')
    .default('3000'),
  ORIGIN: z.string().refine(isOrigin, 'must be an origin such as https://bank.example.cn, without a path').optional(),
  AWS_REGION: text,
  TABLE_PREFIX: z
    .string()
    .regex(/^[\w.-]{1,100}$/, 'must be letters, digits, _ - and .')
    .optional(),
  KEYS_FILE: text,
  KEYS_SECRET_ID: text,
  FILES_DIR: text,
  FILES_BUCKET: text,
  MESSENGERS_FILE: text,
  MESSENGERS_SECRET_ID: text,
  ARCHIVE_DIR: text,
  ARCHIVE_BUCKET: text,
  FRONT_KEY: text,
  AWS_LAMBDA_FUNCTION_NAME: text,
  SITE_ICP_FILING: text,
  SITE_POLICE_FILING: text,
  SITE_WECHAT_VERIFICATION: z
    .string()
    .regex(/^\w{1,64}$/, 'must be the letters and digits between MP_verify_ and .txt')
    .optional(),
});
type Variables = z.output<typeof variables>;

/**
 * Reads the environment; an empty variable counts as absent. On Lambda nothing is assumed that would put data on a
 * function's own disk, which does not last.
 * @throws Error with one sentence that names the variable
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const data = readVariables(environment);
  const onDisk = diskOf(data);
  const keys = oneOf(data, 'KEYS_FILE', 'KEYS_SECRET_ID', onDisk && join(onDisk, 'keys'));
  const files = oneOf(data, 'FILES_DIR', 'FILES_BUCKET', onDisk && join(onDisk, 'files'));
  return {
    stage: data.STAGE,
    store: storeOf(data),
    dataDir: data.DATA_DIR,
    port: Number(data.PORT),
    origin: data.ORIGIN,
    frontKey: data.FRONT_KEY,
    keys: 'here' in keys ? { file: keys.here } : { secretId: keys.onAws },
    files: 'here' in files ? { folder: files.here } : { bucket: files.onAws },
    messengers: messengersOf(data),
    site: {
      filings: [data.SITE_ICP_FILING, data.SITE_POLICE_FILING].filter((filing) => filing !== undefined),
      wechatVerification: data.SITE_WECHAT_VERIFICATION,
    },
  };
}

/** What the archive alone needs: it opens no seal and reads no table. */
export function readArchiveConfig(environment: Readonly<Record<string, string | undefined>> = process.env) {
  const data = readVariables(environment);
  const archive = oneOf(data, 'ARCHIVE_DIR', 'ARCHIVE_BUCKET', diskOf(data) && join(data.DATA_DIR, 'archive'));
  return {
    stage: data.STAGE,
    tablePrefix: data.TABLE_PREFIX ?? '',
    archive: 'here' in archive ? { folder: archive.here } : { bucket: archive.onAws },
  };
}

function readVariables(environment: Readonly<Record<string, string | undefined>>): Variables {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const { data, error } = variables.safeParse(given);
  if (!data) throw refusal(String(error.issues[0]?.path[0]), error.issues[0]?.message ?? 'is not readable');
  return data;
}

const diskOf = (data: Variables) => (data.AWS_LAMBDA_FUNCTION_NAME === undefined ? data.DATA_DIR : undefined);

function messengersOf({ MESSENGERS_FILE: file, MESSENGERS_SECRET_ID: secretId }: Variables): Config['messengers'] {
  if (file && secretId) throw refusal('MESSENGERS_FILE', 'and MESSENGERS_SECRET_ID exclude each other: set one');
  return file ? { file } : secretId ? { secretId } : undefined;
}

function storeOf(data: Variables): Config['store'] {
  if (data.TIMEBANK_STORE === 'embedded') {
    if (data.AWS_LAMBDA_FUNCTION_NAME) throw refusal('TIMEBANK_STORE', 'must be dynamodb on Lambda');
    return { kind: 'embedded' };
  }
  if (!data.AWS_REGION) throw refusal('AWS_REGION', 'must be set when TIMEBANK_STORE is dynamodb');
  const tablePrefix = data.TABLE_PREFIX ?? tablePrefixOf(data.STAGE);
  return { kind: 'dynamodb', region: data.AWS_REGION, tablePrefix };
}

type Place = `KEYS_${'FILE' | 'SECRET_ID'}` | `FILES_${'DIR' | 'BUCKET'}` | `ARCHIVE_${'DIR' | 'BUCKET'}`;

function oneOf(data: Variables, disk: Place, aws: Place, otherwise?: string): { here: string } | { onAws: string } {
  const [here, onAws] = [data[disk], data[aws]];
  if (here && onAws) throw refusal(disk, `and ${aws} exclude each other: set one`);
  if (onAws) return { onAws };
  const place = here ?? otherwise;
  if (!place) throw refusal(disk, `or ${aws} must be set on Lambda`);
  return { here: place };
}

const refusal = (variable: string, sentence: string) => new Error(`The environment variable ${variable} ${sentence}.`);
