/** What pages ask of the API: the contracts' names and shapes, as types only, so that no schema reaches a browser. */
import type { Contracts } from '../../shared/contracts/index.ts';
import type { Parsed } from '../../shared/contracts/route.ts';

type Names<Method extends string> = Extract<keyof Contracts, `${Method} ${string}`>;
export type ReadName = Names<'GET'>;
export type WriteName = Names<'POST' | 'PUT' | 'DELETE'>;
export type ApiName = ReadName | WriteName;
/** What a route answers, as JSON. */
export type AnswerOf<N extends ApiName> = Contracts[N] extends { answer: infer A } ? Parsed<A> : never;
export type BodyOf<N extends ApiName> = Contracts[N] extends { body: infer B } ? Parsed<B> : undefined;
export type ItemOf<N extends ApiName> = AnswerOf<N> extends { items: (infer Item)[] } ? Item : never;

type Value = string | number | undefined;
export interface Asked {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, Value>>;
}

/** A read of the API that has not happened yet: the same address while a page is rendered and afterwards. */
export interface Read<N extends ReadName = ReadName> {
  readonly path: string;
  /** Never there: it carries the route's name for the compiler. */
  readonly name?: N;
}
/** What a page need not ask this time is undefined, and so is its answer. */
export type Reads = Readonly<Record<string, Read | undefined>>;
export type Data<R extends Reads> = {
  readonly [Key in keyof R]: NonNullable<R[Key]> extends Read<infer N>
    ? AnswerOf<N> | (undefined extends R[Key] ? undefined : never)
    : never;
};

/** The reads to be asked, by name. */
export const askedOf = (reads: Reads): readonly (readonly [key: string, path: string])[] =>
  Object.entries(reads).flatMap(([key, asked]) => (asked ? [[key, asked.path] as const] : []));

/** Empty and absent query values are left out. */
export const read = <N extends ReadName>(name: N, asked: Asked = {}): Read<N> => ({ path: pathOf(name, asked) });

export function pathOf(name: ApiName, { params = {}, query = {} }: Asked): string {
  const pattern = name.slice(name.indexOf(' ') + 1);
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(params[key])));
  return path + searchOf(query);
}

/** `?class=a&cursor=b`; empty and absent values are left out, and the whole when nothing is left. */
export function searchOf(query: NonNullable<Asked['query']>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return search && `?${search}`;
}
