/** Short messages and WeChat behind the one messenger interface, against recorded providers. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../../functions/platform/config.ts';
import type { Message, Messenger } from '../../../functions/platform/messenger.ts';
import { openMessengers } from '../../../functions/platform/messengers/open-messengers.ts';
import { parseMessengers } from '../../../functions/platform/messengers/settings.ts';
import { openProviders, type Providers } from './providers.ts';

const message: Message = {
  id: 'N1',
  district: 'D1',
  account: 'parent',
  kind: 'redemption_made',
  facts: { redemption: 'R1', points: 40 },
};

let providers: Providers;
let folder: string;
beforeEach(async () => {
  providers = await openProviders();
  folder = await mkdtemp(join(tmpdir(), 'messengers-'));
});
afterEach(async () => {
  await providers.close();
  await rm(folder, { recursive: true });
});

async function opened(): Promise<{ sms: Messenger; wechat: Messenger }> {
  const { url } = providers;
  const templates = { redemption_made: 'T-17' };
  const file = join(folder, 'messengers.json');
  await writeFile(
    file,
    JSON.stringify({
      directory: { url: `${url}/directory`, token: 'directory-token' },
      sms: { url: `${url}/sms`, token: 'sms-token', templates },
      wechat: { url, appId: 'app', appSecret: 'secret', opens: 'https://bank.example.cn/inbox', templates },
    }),
  );
  const { messengers } = readConfig({ MESSENGERS_FILE: file });
  const [sms, wechat] = messengers ? await openMessengers(messengers) : [];
  if (!sms || !wechat) throw new Error('No messengers');
  return { sms, wechat };
}
const sent = (what: string) => providers.received.filter((one) => one.what === what);
const smsCall = 'POST /sms';
const sendCall = 'POST /cgi-bin/message/template/send';
const tokenCall = 'POST /cgi-bin/stable_token';

describe('a short message', () => {
  test('is a number and a template, under the message’s id, and nothing of what happened', async () => {
    const { sms } = await opened();
    await sms.deliver(message);
    const [asked] = sent('GET /directory');
    expect(asked).toMatchObject({ query: { district: 'D1', account: 'parent' } });
    expect(asked?.headers.authorization).toBe('Bearer directory-token');
    const [said] = sent(smsCall);
    expect(said?.body).toEqual({ phone: '19900000001', template: 'T-17' });
    expect(said?.headers).toMatchObject({ authorization: 'Bearer sms-token', 'idempotency-key': 'N1' });
  });

  test('is not sent to whom the directory does not know, nor for kinds without a template', async () => {
    const { sms } = await opened();
    for (const account of ['phoneless', 'stranger']) await sms.deliver({ ...message, account });
    await sms.deliver({ ...message, kind: 'record_final' });
    expect(sent(smsCall)).toEqual([]);
  });

  test.each([500, 429])('comes again after %d, and is given up after a refusal', async (status) => {
    const { sms } = await opened();
    providers.next.set(smsCall, { status });
    await expect(sms.deliver(message)).rejects.toThrow('A provider said');
    providers.next.set(smsCall, { status: 422 });
    await sms.deliver(message);
    expect(sent(smsCall)).toHaveLength(2);
  });
});

describe('a WeChat template message', () => {
  test('is a follower, a template and a link to the inbox, with one token for many', async () => {
    const { wechat } = await opened();
    await Promise.all([wechat.deliver(message), wechat.deliver({ ...message, id: 'N2' })]);
    expect(sent(tokenCall)).toHaveLength(1);
    const [said] = sent(sendCall);
    expect(said?.query).toEqual({ access_token: 'token-1' });
    expect(said?.body).toEqual({
      touser: 'follower-1',
      template_id: 'T-17',
      client_msg_id: 'N1',
      url: 'https://bank.example.cn/inbox',
      data: {},
    });
  });

  test('gets a new token when the old one is over', async () => {
    const { wechat } = await opened();
    providers.next.set(sendCall, { answer: { errcode: 42001 } });
    await wechat.deliver(message);
    expect(sent(sendCall).map(({ query }) => query.access_token)).toEqual(['token-1', 'token-2']);
  });

  test('comes again when WeChat is busy or gives no token, and is given up when the follower has gone', async () => {
    const { wechat } = await opened();
    providers.next.set(tokenCall, { answer: { errcode: 40125 } });
    await expect(wechat.deliver(message)).rejects.toThrow('WeChat gave no token: 40125');
    providers.next.set(sendCall, { answer: { errcode: -1 } });
    await expect(wechat.deliver(message)).rejects.toThrow('WeChat said -1');
    providers.next.set(sendCall, { answer: { errcode: 43004 } });
    await wechat.deliver(message);
    expect(sent(sendCall)).toHaveLength(2);
  });

  test('that cannot be sent says nothing of whom it was for', async () => {
    const { sms, wechat } = await opened();
    await providers.close();
    for (const messenger of [sms, wechat])
      await expect(messenger.deliver(message)).rejects.toThrow(/^A provider of messages did not answer$/);
    providers = await openProviders();
  });
});

describe('messengers', () => {
  test('are off unless they are set up', () => {
    expect(readConfig({}).messengers).toBeUndefined();
    expect(readConfig({ MESSENGERS_SECRET_ID: 'bank/messengers' }).messengers).toEqual({ secretId: 'bank/messengers' });
    const both = { MESSENGERS_FILE: 'here', MESSENGERS_SECRET_ID: 'there' };
    expect(() => readConfig(both)).toThrow('MESSENGERS_FILE and MESSENGERS_SECRET_ID exclude each other');
  });

  test('with broken settings are refused in a sentence that quotes no secret', () => {
    expect(() => parseMessengers('{"sms": sesame}')).toThrow(/^The messengers' settings are not JSON\.$/);
    const broken = { directory: { url: 'https://a.example.cn', token: 'sesame' }, sms: { url: 'sesame' } };
    expect(() => parseMessengers(JSON.stringify(broken))).toThrow(
      /^The messengers' settings are broken at "sms.url"\.$/,
    );
  });
});
