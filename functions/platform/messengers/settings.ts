import * as z from 'zod';
import type { NoticeKind } from '../../../shared/rules/notice-kinds.ts';

/** Templates that a provider has approved, by kind of message; kinds without one are not sent. */
export type Templates = Readonly<Partial<Record<NoticeKind, string>>>;

const secret = () => z.string().min(1);
const templates = () => z.record(z.string(), z.string().min(1));
const settings = z.object({
  /** Where an account's number or messenger id is asked for: they stay with the operator's own directory. */
  directory: z.object({ url: z.url({ protocol: /^https?$/ }), token: secret() }),
  sms: z.object({ url: z.url({ protocol: /^https?$/ }), token: secret(), templates: templates() }).optional(),
  wechat: z
    .object({
      url: z.url({ protocol: /^https?$/ }).default('https://api.weixin.qq.com'),
      appId: secret(),
      appSecret: secret(),
      /** The page that a message opens, such as the inbox. */
      opens: z.url({ protocol: /^https?$/ }).optional(),
      templates: templates(),
    })
    .optional(),
});
export type MessengerSettings = z.output<typeof settings>;

/** @throws Error with one sentence that names the faulty part and quotes nothing of it */
export function parseMessengers(text: string): MessengerSettings {
  const { data, error } = settings.safeParse(jsonOf(text));
  if (data) return data;
  throw new Error(`The messengers' settings are broken at "${error.issues[0]?.path.join('.') ?? ''}".`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    throw new Error("The messengers' settings are not JSON.");
  }
}
