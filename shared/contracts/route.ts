import type * as z from 'zod';
import type { ProblemCode } from '../problems.ts';
import type { Role } from '../roles.ts';

/** A schema made on the route's first call: a hundred eager contracts would cost the cold start 80 ms. */
export type Shape = () => z.ZodType;

/**
 * A route as data: who may call, what goes in, what comes back and how it refuses.
 * `allow` is required: a route without an access decision does not compile.
 */
export interface Route {
  /** One Chinese line for the API documentation. */
  readonly summary: string;
  /** The posts that may call; `signed_in` is any post, `anyone` needs no session. */
  readonly allow: readonly Role[] | 'signed_in' | 'anyone';
  readonly params?: Shape;
  readonly query?: Shape;
  readonly body?: Shape;
  readonly answer: Shape;
  /** What is particular to this route; the universal ones are in `shared/problems.ts`. */
  readonly problems: readonly ProblemCode[];
  /**
   * How a write is kept from happening twice: `guarded` by a row for the client's key, `derived` from the state it
   * changes (bulk work), `keyless` where repeating is harmless and the asker may not have an account yet (sign-in).
   * Reads have none.
   */
  readonly write?: 'guarded' | 'derived' | 'keyless';
  /**
   * Whose personal data the read opens: one person's file, or a list of people. Each opening by staff is logged
   * (《未成年人网络保护条例》 Art. 36). Of a resident's door and phone each opening by anybody is.
   */
  readonly opens?: 'file' | 'list' | 'address';
  /**
   * Needs a proof of at most five minutes ago that it is oneself: before roles change, or with a `code` from a phone
   * before many are exported.
   */
  readonly stepUp?: true | 'code';
  /** May be called while the session still waits for its second step. */
  readonly beforeSecondStep?: true;
  /** Bytes a body may have; 64 KB unless said. */
  readonly bodyBytesMax?: number;
  /** The status of a success; 200 unless said. */
  readonly status?: 200 | 201;
  /** A file answers instead of JSON: one of these content types, kept by the browser so long, or not at all. */
  readonly file?: { readonly types: readonly string[]; readonly cacheSeconds?: number };
}
export type Routes = Readonly<Record<RouteName, Route>>;
export type RouteName = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /api/${string}`;

/** Keeps each route's literal type, so that asks and answers are inferred from it. */
export const defineRoutes = <const R extends Routes>(routes: R): R => routes;

export type Parsed<S> = S extends () => infer T ? (T extends z.ZodType ? z.output<T> : never) : undefined;
/** What a story may answer: the schema's input side, checked before it leaves. */
export type Answer<R extends Route> = R['answer'] extends () => infer T
  ? T extends z.ZodType
    ? z.input<T>
    : never
  : never;
