/** Hands a message that has come into an inbox to the messengers of this deployment, if it has any. */
import type { Tools } from '../platform/tools.ts';
import type { Notice } from './rows.ts';

interface Arrived {
  readonly district: string;
  readonly account: string;
  readonly notice: Notice;
}

/** Called by the stream, which brings the message again when a messenger failed. */
export async function deliver({ messengers = [] }: Tools, { district, account, notice }: Arrived): Promise<void> {
  const { id, kind, facts } = notice;
  for (const messenger of messengers) await messenger.deliver({ id, district, account, kind, facts });
}
