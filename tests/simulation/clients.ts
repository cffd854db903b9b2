/** Clients: impatient people with bad connections who send again what was not answered, and now and then what was. */

import { type Attempt, isSettled } from './history.ts';
import { learn } from './known.ts';
import type { Operation } from './operation.ts';
import { drawOperation } from './operations.ts';
import { type Simulation, send } from './simulation.ts';

const triesMax = 3;
const patienceMsMax = 200;

/** One client's day. Of what it asks it remembers all, and sends some of it again on another day. */
export async function liveThrough(simulation: Simulation, operations: number): Promise<void> {
  const { random, attempts } = simulation;
  for (let count = 0; count < operations; count++) {
    const again = attempts.length > 0 && random.chance(0.06) ? random.pick(attempts) : undefined;
    if (!again) await pursue(simulation, begin(simulation));
    else if (!again.operation.name.startsWith('GET')) await pursue(simulation, again);
  }
}

function begin(simulation: Simulation): Attempt {
  const { random, world, known, schedule } = simulation;
  const now = simulation.epoch + Math.floor(schedule.now());
  return attemptAt(simulation, drawOperation({ world, known, random, now }));
}

export function attemptAt({ schedule, attempts }: Simulation, operation: Operation): Attempt {
  const attempt: Attempt = { operation, key: `key-${attempts.length}`, called: schedule.now() };
  attempts.push(attempt);
  return attempt;
}

/** Sends until the matter is settled or patience is at an end. */
export async function pursue(simulation: Simulation, attempt: Attempt): Promise<void> {
  const { random, schedule, faults, known, world } = simulation;
  const wasSettled = isSettled(attempt);
  const tries = attempt.operation.name.startsWith('GET') ? 1 : random.between(1, triesMax);
  for (let tried = 0; tried < tries; tried++) {
    if (tried > 0) await schedule.sleep(random.between(1, patienceMsMax));
    const copies = random.chance(faults.doubled) ? 2 : 1;
    await Promise.all(Array.from({ length: copies }, () => send(simulation, attempt)));
    if (isSettled(attempt)) break;
  }
  if (!wasSettled) learn(known, world, attempt);
}

/** When all is calm again, whatever is still open is settled within three tries. */
export async function settleAll(simulation: Simulation): Promise<void> {
  const open = simulation.attempts.filter((one) => !isSettled(one) && !one.operation.name.startsWith('GET'));
  for (const attempt of open) {
    for (let tried = 0; tried < triesMax && !isSettled(attempt); tried++) await send(simulation, attempt);
    if (!isSettled(attempt)) simulation.violations.push(`${attempt.operation.name} ${attempt.key}: cannot be settled`);
  }
}
