import { askProvider } from './ask-provider.ts';
import type { MessengerSettings } from './settings.ts';

export interface Address {
  /** For short messages. */
  readonly phone?: string;
  /** For the messenger: who follows the operator's account there. */
  readonly openId?: string;
}
export type FindAddress = (district: string, account: string) => Promise<Address>;

/**
 * The operator's own directory of addresses, asked by ids each time: the time bank keeps none. Whom it does not know,
 * nobody is told outside the inbox.
 */
export function directory({ url, token }: MessengerSettings['directory']): FindAddress {
  return async (district, account) => {
    const asked = new URL(url);
    asked.searchParams.set('district', district);
    asked.searchParams.set('account', account);
    const { status, answer } = await askProvider(asked, {
      method: 'GET',
      headers: { authorization: `Bearer ${token}` },
    });
    if (status !== 200) return {};
    return { phone: textOf(answer.phone), openId: textOf(answer.openId) };
  };
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
