/** Addresses that S3 takes: signed for what is asked, and for as long as is said. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bucketFiles } from '../../../functions/platform/files/bucket.ts';

const signer = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
};
const fetched = { name: '城东小学 学生名册.xlsx', type: 'text/csv', now: Date.parse('2026-03-02T02:00:00Z') };
const until = fetched.now + 300_000;

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', signer.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', signer.secretAccessKey);
  vi.stubEnv('AWS_SESSION_TOKEN', 'a token/of=hours');
});
afterEach(() => vi.unstubAllEnvs());

test.each([
  ['us-east-1', 'timebank-files.s3.us-east-1.amazonaws.com'],
  ['cn-north-1', 'timebank-files.s3.cn-north-1.amazonaws.com.cn'],
])('a link to a bucket in %s is good for as long as it says, and says how the file is called', async (region, host) => {
  vi.stubEnv('AWS_REGION', region);
  const link = new URL(await bucketFiles('timebank-files').link('exports/D1/E1', { ...fetched, until }));
  expect(link.protocol).toBe('https:');
  expect(link.host).toBe(host);
  expect(link.pathname).toBe('/exports/D1/E1');
  const said = Object.fromEntries(link.searchParams);
  expect(said).toMatchObject({
    'X-Amz-Date': '20260302T020000Z',
    'X-Amz-Expires': '300',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Security-Token': 'a token/of=hours',
    'X-Amz-Credential': `${signer.accessKeyId}/20260302/${region}/s3/aws4_request`,
    'response-content-type': 'text/csv',
    'response-cache-control': 'no-store',
  });
  expect(decodeURIComponent(String(said['response-content-disposition']))).toContain('城东小学 学生名册.xlsx');
});
