/** The HTTP function: the whole API behind one handler. */
import { handle } from 'hono/aws-lambda';
import { whoAsks } from '../access/index.ts';
import { readConfig } from '../platform/config.ts';
import { createApp } from '../platform/http/app.ts';
import { mountDocs } from '../platform/http/docs.ts';
import { behindFront } from '../platform/http/front-door.ts';
import { mountPages } from '../platform/http/pages.ts';
import { openTools } from '../platform/open-tools.ts';
import { capabilities } from './wiring/capabilities.ts';

const config = readConfig();
const tools = await openTools(config);
const app = createApp({ capabilities, tools, whoAsks, origin: config.origin });
mountDocs(app, { folder: new URL('./docs/', import.meta.url) });
mountPages(app, {
  folder: new URL('./', import.meta.url),
  site: config.site,
  origin: config.origin,
  load: async () => (await import('../../web/server.tsx')).renderPage,
});
const { frontKey: key, origin } = config;
export const handler = key && origin ? behindFront(handle(app), { key, origin }) : handle(app);
