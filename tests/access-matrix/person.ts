/** People of the matrix: a client whose cookie can be taken to ask again and again as the same person. */
import { type Client, makeClient, type Transport } from '../../scripts/local/client.ts';

export interface Person {
  readonly client: Client;
  cookie(): string;
}

export function newPerson(transport: Transport): Person {
  let cookie = '';
  const client = makeClient(async (path, init) => {
    const response = await transport(path, init);
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    return response;
  });
  return { client, cookie: () => cookie };
}

/** Asks with a cookie that no answer changes. */
export const askingAs = (transport: Transport, cookie: string): Client =>
  makeClient((path, init) => transport(path, { ...init, headers: { ...init.headers, ...(cookie && { cookie }) } }));
