import { readFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import type { Messenger } from '../messenger.ts';
import { directory } from './directory.ts';
import { parseMessengers } from './settings.ts';
import { smsMessenger } from './sms.ts';
import { wechatMessenger } from './wechat.ts';

/** The ways out of the inbox that the operator has set up. @throws Error with one sentence about broken settings */
export async function openMessengers(place: NonNullable<Config['messengers']>): Promise<Messenger[]> {
  const { directory: addresses, sms, wechat } = parseMessengers(await textAt(place));
  const find = directory(addresses);
  return [sms && smsMessenger(sms, find), wechat && wechatMessenger(wechat, find)].filter((one) => one !== undefined);
}

async function textAt(place: NonNullable<Config['messengers']>): Promise<string> {
  if ('file' in place) return readFile(place.file, 'utf8');
  return (await import('../identity/read-secret.ts')).readSecret(place.secretId);
}
