/** What follows from changes of the tables: called by their streams. */
import { readConfig } from '../platform/config.ts';
import { openTools } from '../platform/open-tools.ts';
import { follow } from './wiring/follow.ts';
import { project } from './wiring/project.ts';

const config = readConfig();
export const handler = follow(config, await openTools(config), project);
