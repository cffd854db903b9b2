import type { Parsed, Route } from '../../shared/contracts/route.ts';
import type { Who } from './identity/who.ts';

/** A checked request: shapes as the contract says, the post allowed. */
export interface Ask<R extends Route = Route> {
  readonly who: R['allow'] extends 'anyone' ? undefined : Who;
  readonly params: Parsed<R['params']>;
  readonly query: Parsed<R['query']>;
  readonly body: Parsed<R['body']>;
  /** The event's time in epoch milliseconds: the only now there is. */
  readonly now: number;
  /** The client's idempotency key; empty on reads. */
  readonly key: string;
  /** Facts of the connection. */
  readonly wire: Wire;
}
export type Asked<R extends Route = Route> = Pick<Ask<R>, 'params' | 'query' | 'body'>;
export interface Wire {
  readonly address: string;
  /** Where people find this, e.g. `https://bank.example.cn`. */
  readonly origin: string;
  /** The session token the request carried, if any. */
  readonly token?: string;
  /** What a known device carries, if the request came from one. */
  readonly device?: string;
  /** How the browser describes itself. */
  readonly agent?: string;
  /** Makes the browser a known device for so long. */
  setDevice?(token: string, maxAgeSeconds: number): void;
  /** Sets or (with undefined) clears the session cookie on the answer; without an age it ends with the browser. */
  setSession(token: string | undefined, maxAgeSeconds?: number): void;
}
