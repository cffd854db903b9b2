import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { s3Files } from '../../functions/platform/files/s3.ts';
import { calm, openGate } from '../../scripts/deployed/gate.ts';
import { Grants } from '../../scripts/deployed/rights.ts';

const folder = await mkdtemp(join(tmpdir(), 'timebank-gate-'));
const region = 'us-east-1';
const behind = { dynamodb: '', region, secret: '', folder, weather: calm, written: () => undefined };
const reading = { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::files/*'] };
const listing = { actions: ['s3:ListBucket'], resources: ['arn:aws:s3:::files'] };
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test('a file that is gone is told to a role that may list, and denied to one that may not, as by S3', async () => {
  vi.stubEnv('AWS_REGION', region);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'x');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
  const getGone = async (...statements: ConstructorParameters<typeof Grants>[0]) => {
    const gate = await openGate(new Grants(statements), behind);
    vi.stubEnv('AWS_ENDPOINT_URL', gate.url);
    return s3Files('files')
      .get('evidence/D1/gone')
      .finally(() => gate.close());
  };
  expect(await getGone(reading, listing)).toBeUndefined();
  await expect(getGone(reading)).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('a file arrives at whoever follows a link to it as the link says, under its name', async () => {
  const gate = await openGate(new Grants([reading, { ...reading, actions: ['s3:PutObject'] }]), behind);
  vi.stubEnv('AWS_REGION', region);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'x');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
  vi.stubEnv('AWS_ENDPOINT_URL', gate.url);
  const files = s3Files('files');
  await files.put('exports/D1/e', Buffer.from('%PDF'));
  const now = Date.now();
  const link = await files.link('exports/D1/e', {
    name: '证明.pdf',
    type: 'application/pdf',
    now,
    until: now + 60_000,
  });
  const { headers } = await fetch(link);
  gate.close();
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('证明.pdf')}`);
});
