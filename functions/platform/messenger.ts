import type { NoticeFacts, NoticeKind } from '../../shared/rules/notice-kinds.ts';

/** A message that has come into somebody's inbox: ids, days and numbers, no words and no names. */
export interface Message {
  /** The same each time it is handed over. */
  readonly id: string;
  readonly district: string;
  readonly account: string;
  readonly kind: NoticeKind;
  readonly facts: NoticeFacts;
}

/**
 * A way to reach people outside the inbox: a short message, a messenger's template. It knows addresses and templates
 * itself, passes over accounts it has no address of, and puts nothing of a message into logs or errors.
 * What it throws brings the message again, so that it is to leave out ids that it has already sent.
 */
export interface Messenger {
  readonly channel: string;
  deliver(message: Message): Promise<void>;
}
