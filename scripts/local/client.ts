/** A small typed client of the API: the walkthrough, the seed, the tests and the bench speak through it. */
import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type { ContractName, Contracts } from '../../shared/contracts/index.ts';

/** How a request travels: over HTTP, or straight into the application. */
export type Transport = (path: string, init: RequestInit) => Promise<Response>;

type In<S> = S extends () => infer T ? (T extends z.ZodType ? z.input<T> : never) : never;
type Part<R, Name extends string> = Name extends keyof R ? { [P in Name]: In<R[Name]> } : unknown;
type Loose<R, Name extends string> = Name extends keyof R ? { [P in Name]?: In<R[Name]> } : unknown;
export type Input<N extends ContractName> = Part<Contracts[N], 'params'> &
  Part<Contracts[N], 'body'> &
  Loose<Contracts[N], 'query'> & { readonly key?: string; readonly headers?: Record<string, string> };
export type Output<N extends ContractName> = Contracts[N] extends { answer: () => infer T extends z.ZodType }
  ? z.output<T>
  : never;

export interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly keySpent: boolean;
  readonly detail?: string;
  readonly errors?: readonly { pointer: string; message: string }[];
}
export type Said<N extends ContractName> =
  | { readonly ok: true; readonly status: number; readonly headers: Headers; readonly body: Output<N> }
  | { readonly ok: false; readonly status: number; readonly headers: Headers; readonly body: ProblemBody };

export interface Client {
  /** Sends one request; a problem is an answer like any other. */
  ask<N extends ContractName>(name: N, input: Input<N>): Promise<Said<N>>;
  /** Sends one request that has to succeed. @throws with the problem's code when it does not */
  must<N extends ContractName>(name: N, input: Input<N>): Promise<Output<N>>;
}

/** A client with its own cookie: one person at one browser. */
export function makeClient(transport: Transport): Client {
  let cookie = '';
  async function ask<N extends ContractName>(name: N, input: Input<N>): Promise<Said<N>> {
    const asked = input as { params?: object; query?: object; body?: object; key?: string; headers?: object };
    const [method = '', pattern = ''] = name.split(' ');
    const response = await transport(pathOf(pattern, asked), {
      method,
      headers: { ...(cookie && { cookie }), ...headersOf(asked, method), ...asked.headers },
      ...(asked.body && { body: JSON.stringify(asked.body) }),
    });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    const { ok, status, headers } = response;
    const isJson = headers.get('content-type')?.includes('json');
    return { ok, status, headers, body: await (isJson ? response.json() : response.blob()) } as Said<N>;
  }
  return {
    ask,
    async must(name, input) {
      const said = await ask(name, input);
      if (said.ok) return said.body;
      const { code, title, detail, errors } = said.body;
      throw new Error(`${name} → ${said.status} ${code} ${title} ${detail ?? ''} ${JSON.stringify(errors ?? [])}`);
    },
  };
}

function pathOf(pattern: string, { params = {}, query = {} }: { params?: object; query?: object }): string {
  const filled = pattern.replaceAll(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name])),
  );
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${filled}?${search}` : filled;
}

const headersOf = ({ key }: { key?: string }, method: string): Record<string, string> =>
  method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': key ?? randomUUID() };

/** Every page of a list. */
export async function everyPage<T>(page: (cursor?: string) => Promise<{ items: T[]; next?: string }>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const { items: more, next } = await page(cursor);
    items.push(...more);
    cursor = next;
  } while (cursor);
  return items;
}
