import { log } from '../log.ts';
import type { Messenger } from '../messenger.ts';
import { askProvider, ProviderDown } from './ask-provider.ts';
import type { FindAddress } from './directory.ts';
import type { MessengerSettings, Templates } from './settings.ts';

type Settings = NonNullable<MessengerSettings['wechat']>;

/** WeChat's words for a token that is over, and for being busy. */
const tokenOver = new Set([40001, 40014, 42001]);
const busy = new Set([-1, 45009]);

/**
 * WeChat template messages: the template's words alone, and a link into the inbox. WeChat itself drops a message whose
 * id it has had; a follower who has gone is passed over.
 */
export function wechatMessenger(settings: Settings, find: FindAddress): Messenger {
  const tokens = tokenSource(settings);
  const send = async (touser: string, template_id: string, client_msg_id: string) => {
    const url = new URL('/cgi-bin/message/template/send', settings.url);
    url.searchParams.set('access_token', await tokens.current());
    const body = { touser, template_id, client_msg_id, url: settings.opens, data: {} };
    const { answer } = await askProvider(url, { method: 'POST', body });
    return Number(answer.errcode ?? 0);
  };
  return {
    channel: 'wechat',
    async deliver({ id, district, account, kind }) {
      const template = (settings.templates as Templates)[kind];
      if (template === undefined) return;
      const { openId } = await find(district, account);
      if (openId === undefined) return;
      let said = await send(openId, template, id);
      if (tokenOver.has(said)) {
        tokens.forget();
        said = await send(openId, template, id);
      }
      if (busy.has(said) || tokenOver.has(said)) throw new ProviderDown(`WeChat said ${said}`);
      if (said !== 0) log('message refused', { district, account, code: 'wechat', status: said });
    },
  };
}

/** One token for all messages, asked for anew when WeChat says that it is over. */
function tokenSource({ url, appId, appSecret }: Settings) {
  let token: Promise<string> | undefined;
  const ask = async () => {
    const asked = new URL('/cgi-bin/stable_token', url);
    const body = { grant_type: 'client_credential', appid: appId, secret: appSecret };
    const { answer } = await askProvider(asked, { method: 'POST', body });
    if (typeof answer.access_token === 'string') return answer.access_token;
    token = undefined;
    throw new ProviderDown(`WeChat gave no token: ${Number(answer.errcode ?? 0)}`);
  };
  return {
    current: () => {
      token ??= ask();
      return token.catch((error: unknown) => {
        token = undefined;
        throw error;
      });
    },
    forget: () => {
      token = undefined;
    },
  };
}
