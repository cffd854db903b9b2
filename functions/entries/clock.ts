/** The clock: called by the schedule with the time it is for. */
import { readConfig } from '../platform/config.ts';
import { log } from '../platform/log.ts';
import { openTools } from '../platform/open-tools.ts';
import { tick } from './wiring/tick.ts';

const tools = await openTools(readConfig());

export async function handler(event: { readonly time: string }): Promise<void> {
  const { final, returned, expired, reminded } = await tick(tools, Date.parse(event.time));
  log('clock', { count: final + returned + expired + reminded });
}
