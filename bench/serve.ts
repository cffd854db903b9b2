/** The built API function behind the local gateway, in a process of its own. Ends with the process that started it. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { createGateway } from '../scripts/local/gateway.ts';

const [bundle = ''] = process.argv.slice(2);
const { handler } = await import(pathToFileURL(bundle).href);
const gateway = createGateway(handler, Date.now).listen(0, '127.0.0.1');
await once(gateway, 'listening');
process.once('disconnect', () => process.exit());
process.send?.(`http://127.0.0.1:${(gateway.address() as AddressInfo).port}`);
