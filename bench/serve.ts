/** The built API function behind the local gateway, in a process of its own. Ends with the process that started it. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { createGateway } from '../scripts/local/gateway.ts';
import { minuteMs } from '../shared/rules/durations.ts';

const [bundle = ''] = process.argv.slice(2);
const { handler } = await import(pathToFileURL(bundle).href);
const gateway = createGateway(handler, Date.now).listen(0, '127.0.0.1');
// Between two rounds clients are idle for longer than the five seconds after which a server hangs up.
gateway.keepAliveTimeout = 10 * minuteMs;
await once(gateway, 'listening');
process.once('disconnect', () => process.exit());
process.send?.(`http://127.0.0.1:${(gateway.address() as AddressInfo).port}`);
