/** What the client of a deployment takes for silence, on servers that break in the middle of an answer. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { dynamoClient, dynamoStore } from '../../functions/platform/store/dynamo/index.ts';
import { Busy, OutcomeUnknown, type Store, type Write } from '../../functions/platform/store/port.ts';

const key = { table: 'Ledger', key: { pk: 'W#1', sk: 'BAL' } } as const;
const writes: Write[] = [{ ...key, put: { n: 1 } }];

/** A server that does one thing with each request, and how many requests it got. */
async function withServer(react: (socket: Socket) => void, use: (store: Store) => Promise<void>): Promise<number> {
  let requests = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    socket.on('data', () => {
      requests++;
      react(socket);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = dynamoClient({ endpoint, region: 'local', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
  await use(dynamoStore({ client, tableName: (table) => table, stage: 'test' }));
  client.destroy();
  for (const socket of sockets) socket.destroy();
  server.close();
  return requests;
}
const answer = (status: string, body: string, bytes = body.length) =>
  `HTTP/1.1 ${status}\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: ${bytes}\r\n\r\n${body}`;

describe('a write is sent once and its outcome is unknown, a read is to be tried again, when the server', () => {
  test.each<[string, (socket: Socket) => void]>([
    ['never answers', () => {}],
    ['hangs up', (socket) => socket.destroy()],
    ['resets the connection', (socket) => socket.resetAndDestroy()],
    [
      'breaks off in the middle of its answer',
      (socket) => socket.write(answer('200 OK', '{"half', 100), () => socket.destroy()),
    ],
    ['answers with something else', (socket) => socket.write(answer('200 OK', 'no JSON'))],
    [
      'answers with an error of its own',
      (socket) => socket.write(answer('500 Error', '{"__type":"InternalServerError"}')),
    ],
    ['is behind a gateway that fails', (socket) => socket.write(answer('502 Bad Gateway', '<html>'))],
  ])('%s', async (_what, react) => {
    const requests = await withServer(react, async (store) => {
      await Promise.all([
        expect(store.transact('o', writes)).rejects.toThrow(OutcomeUnknown),
        expect(store.get([key])).rejects.toThrow(Busy),
      ]);
    });
    expect(requests).toBe(2);
  });

  test('is not there', async () => {
    let gone: Store | undefined;
    await withServer(
      () => {},
      async (store) => {
        gone = store;
      },
    );
    await expect(gone?.transact('o', writes)).rejects.toThrow(OutcomeUnknown);
  });
});
