/** The HTTP function: the whole API behind one handler. */
import { handle } from 'hono/aws-lambda';
import { whoAsks } from '../access/index.ts';
import { readConfig } from '../platform/config.ts';
import { createApp } from '../platform/http/app.ts';
import { mountDocs } from '../platform/http/docs.ts';
import { openTools } from '../platform/open-tools.ts';
import { capabilities } from './wiring/capabilities.ts';

const tools = await openTools(readConfig());
const app = createApp({ capabilities, tools, whoAsks });
mountDocs(app, { folder: new URL('./docs/', import.meta.url) });
// Until there are pages, whoever opens the address finds what can be done here.
app.get('/', (c) => c.redirect('/api/docs'));
export const handler = handle(app);
