import { log } from '../log.ts';
import type { Messenger } from '../messenger.ts';
import { askProvider } from './ask-provider.ts';
import type { FindAddress } from './directory.ts';
import type { MessengerSettings, Templates } from './settings.ts';

/**
 * Short messages through a gateway that takes a number and an approved template. The text is the template's alone:
 * nothing of the message goes with it. The message's id lets the gateway send a repeated one once.
 */
export function smsMessenger(
  { url, token, templates }: NonNullable<MessengerSettings['sms']>,
  find: FindAddress,
): Messenger {
  return {
    channel: 'sms',
    async deliver({ id, district, account, kind }) {
      const template = (templates as Templates)[kind];
      if (template === undefined) return;
      const { phone } = await find(district, account);
      if (phone === undefined) return;
      const { status } = await askProvider(new URL(url), {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': id },
        body: { phone, template },
      });
      if (status >= 400) log('message refused', { district, account, code: 'sms', status });
    },
  };
}
