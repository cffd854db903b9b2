import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../functions/platform/config.ts';

const onLambda = {
  AWS_LAMBDA_FUNCTION_NAME: 'api',
  AWS_REGION: 'cn-north-1',
  STAGE: 'production',
  TIMEBANK_STORE: 'dynamodb',
  KEYS_SECRET_ID: 'bank/keys',
  FILES_BUCKET: 'bank-files',
};

describe('the configuration', () => {
  test('of a laptop needs no variable at all', () => {
    expect(readConfig({})).toEqual({
      stage: 'local',
      store: { kind: 'embedded' },
      dataDir: '.data',
      port: 3000,
      origin: undefined,
      keys: { file: '.data/keys' },
      files: { folder: '.data/files' },
      site: { filings: [], wechatVerification: undefined },
    });
  });

  test('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: '', DATA_DIR: '', ORIGIN: '', KEYS_SECRET_ID: '' })).toEqual(readConfig({}));
  });

  test('follows the variables', () => {
    const environment = { DATA_DIR: '/srv/bank', PORT: '0', ORIGIN: 'https://bank.example.cn', KEYS_FILE: '/etc/keys' };
    expect(readConfig(environment)).toMatchObject({
      dataDir: '/srv/bank',
      port: 0,
      origin: 'https://bank.example.cn',
      keys: { file: '/etc/keys' },
      files: { folder: '/srv/bank/files' },
    });
  });

  test('puts what an operator has to show onto every page', () => {
    const environment = { SITE_ICP_FILING: '京ICP备00000000号', SITE_WECHAT_VERIFICATION: 'a1B2' };
    expect(readConfig(environment).site).toEqual({ filings: ['京ICP备00000000号'], wechatVerification: 'a1B2' });
  });

  test('of a function names tables by stage and keeps nothing on its disk', () => {
    expect(readConfig(onLambda)).toMatchObject({
      store: { kind: 'dynamodb', region: 'cn-north-1', tablePrefix: 'timebank-production-' },
      keys: { secretId: 'bank/keys' },
      files: { bucket: 'bank-files' },
    });
    expect(readConfig({ ...onLambda, TABLE_PREFIX: 'bank_' })).toMatchObject({ store: { tablePrefix: 'bank_' } });
  });

  test.each([
    [{ TIMEBANK_STORE: 'sqlite' }, 'TIMEBANK_STORE must be embedded or dynamodb.'],
    [{ TIMEBANK_STORE: 'dynamodb' }, 'AWS_REGION must be set when TIMEBANK_STORE is dynamodb.'],
    [{ PORT: '3000x' }, 'PORT must be a number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT must be a number from 0 to 65535.'],
    [{ PORT: '-1' }, 'PORT must be a number from 0 to 65535.'],
    [{ STAGE: 'Prod Ω' }, 'STAGE must be up to 20 lower-case letters, digits and dashes.'],
    [
      { ORIGIN: 'https://bank.example.cn/start' },
      'ORIGIN must be an origin such as https://bank.example.cn, without a path.',
    ],
    [{ ORIGIN: 'bank' }, 'ORIGIN must be an origin such as https://bank.example.cn, without a path.'],
    [{ KEYS_FILE: 'keys', KEYS_SECRET_ID: 'bank/keys' }, 'KEYS_FILE and KEYS_SECRET_ID exclude each other: set one.'],
    [{ FILES_DIR: 'files', FILES_BUCKET: 'bank' }, 'FILES_DIR and FILES_BUCKET exclude each other: set one.'],
    [{ ...onLambda, TIMEBANK_STORE: undefined }, 'TIMEBANK_STORE must be dynamodb on Lambda.'],
    [{ ...onLambda, KEYS_SECRET_ID: undefined }, 'KEYS_FILE or KEYS_SECRET_ID must be set on Lambda.'],
    [{ ...onLambda, FILES_BUCKET: '' }, 'FILES_DIR or FILES_BUCKET must be set on Lambda.'],
    [{ TABLE_PREFIX: 'bank tables', TIMEBANK_STORE: 'dynamodb' }, 'TABLE_PREFIX must be letters, digits, _ - and .'],
  ])('that cannot be is refused in one sentence that names the variable: %j', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(`The environment variable ${sentence}`);
  });
});
