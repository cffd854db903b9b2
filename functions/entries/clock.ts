/** The clock: called by the schedule with the time it is for. */
import { readConfig } from '../platform/config.ts';
import { log, logFault } from '../platform/log.ts';
import { publish } from '../platform/metrics.ts';
import { openTools } from '../platform/open-tools.ts';
import { tick } from './wiring/tick.ts';

const config = readConfig();
const tools = await openTools(config);

export async function handler(event: { readonly time: string }): Promise<void> {
  try {
    const done: Readonly<Record<string, number>> = { ...(await tick(tools, Date.parse(event.time))) };
    const count = Object.values(done).reduce((sum, one) => sum + one, 0);
    log('clock', { count });
    publish(config.stage, { DueDone: count });
  } catch (error) {
    logFault(error);
    // What Lambda itself would write of the error might quote somebody.
    throw new Error('This tick could not be finished: its fault is in the line above');
  }
}
