import { expect, type Stage } from './stage.ts';

/** The whole story is over: what was asked of AWS, held against what the template grants. */
export async function heldToRoles({ settle, report }: Stage): Promise<string> {
  await settle();
  const { unused, refused, parked, logs } = await report();
  expect(refused.length === 0, `nothing used that is not granted, and not ${refused.join('; ')}`);
  expect(unused.length === 0, `nothing granted that is not used, and not ${unused.join('; ')}`);
  expect(parked.length === 0, `no change parked, and not ${parked.join('; ')}`);
  expect(logs.faults === 0, `no fault in the log, and not ${logs.faults}`);
  expect(logs.unreadable === 0, `${logs.lines} lines of JSON in the log, and not ${logs.unreadable} of another kind`);
  return `0 used and not granted, 0 granted and not used; ${logs.lines} log lines, ${logs.metrics} with metrics`;
}
