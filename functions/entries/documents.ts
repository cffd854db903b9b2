/** Lists as files: called by the stream of the jobs that ask for them. */
import { readConfig } from '../platform/config.ts';
import { openTools } from '../platform/open-tools.ts';
import { document } from './wiring/document.ts';
import { follow } from './wiring/follow.ts';

const config = readConfig();
export const handler = follow(config, await openTools(config), document);
