/** Lists and certificates as files: called by the stream of the jobs that ask for them. */
import { readConfig } from '../platform/config.ts';
import { openTools } from '../platform/open-tools.ts';
import { document } from './wiring/document.ts';
import { follow } from './wiring/follow.ts';

const config = readConfig();
/** The build puts them there, for this function alone. */
const fonts = new URL('./fonts/', import.meta.url);
export const handler = follow(config, await openTools(config), (tools, changes, now) =>
  document(tools, changes, now, fonts),
);
