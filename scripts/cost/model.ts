/** How much of what people do, and what that sums up to in a month: measured units, times how often, times prices. */
import type { Measured, Sheet } from './measure.ts';
import { prices } from './prices.ts';

export interface Size {
  readonly name: string;
  readonly people: number;
}
export const sizes: readonly Size[] = [
  { name: 'a district of 40,000', people: 40_000 },
  { name: 'a province of 10 million', people: 10_000_000 },
];

/** Assumed: how people use it. Everything else in the sheet is measured or a list price. */
export const assumed = {
  /** Of those registered, in a month. */
  activeShare: 0.3,
  yearsKept: 3,
  /** The setting `copyWeeks` as it is unless said. */
  copyWeeks: 6,
  /** 1 GB, arm64: twice what the same work takes on a laptop's core. */
  millisecondsPerRequest: 50,
  millisecondsPerStreamBatch: 30,
  changesPerStreamBatch: 5,
  logBytesPerRequest: 900,
  bytesSentPerRequest: 6000,
  /** Staff, approvals' lists, reports: on top of what is counted below. */
  restShare: 0.2,
  alarms: 21,
} as const;

/** One thing that a volunteer does or has done, in units. */
export interface Operation {
  readonly name: string;
  /** In a month, for each active volunteer. */
  readonly times: number;
  /** Requests to the API, files of pages included. */
  readonly requests: number;
  readonly reads: number;
  readonly writes: number;
  readonly storedBytes: number;
}

const per = (row: Measured | undefined, by: 'calls' | 'people') => {
  if (!row || row[by] === 0) throw new Error('The story did not do what the sheet counts');
  const count = row[by];
  return { reads: row.reads / count, writes: row.writes / count, storedBytes: row.storedBytes / count };
};
const plus = (...parts: { reads: number; writes: number; storedBytes: number }[]) => ({
  reads: parts.reduce((sum, { reads }) => sum + reads, 0),
  writes: parts.reduce((sum, { writes }) => sum + writes, 0),
  storedBytes: parts.reduce((sum, { storedBytes }) => sum + storedBytes, 0),
});

export function operationsOf(sheet: Sheet): Operation[] {
  const of = (name: string) => sheet.get(name);
  const shifts = of('POST /api/shifts');
  const participants = (shifts?.people ?? 0) / (shifts?.calls ?? 1);
  const shared = (name: string) => {
    const { reads, writes, storedBytes } = per(of(name), 'calls');
    return { reads: reads / participants, writes: writes / participants, storedBytes: storedBytes / participants };
  };
  const service = plus(
    per(shifts, 'people'),
    shared('POST /api/shifts/{shift}/confirmation'),
    shared('POST /api/shifts/{shift}/approval'),
    per(of('the clock'), 'people'),
  );
  const redemption = plus(
    per(of('POST /api/redemptions'), 'calls'),
    per(of('POST /api/pick-ups/{code}/hand-over'), 'calls'),
  );
  return [
    { name: 'sign in', times: 4, requests: 2, ...per(of('POST /api/sessions'), 'calls') },
    { name: 'look at points', times: 8, requests: 2, ...per(of('look at points'), 'calls') },
    { name: 'look at the shop', times: 3, requests: 2, ...per(of('look at the shop'), 'calls') },
    { name: 'look at records', times: 4, requests: 2, ...per(of('look at records'), 'calls') },
    { name: 'one service of one person, recorded, confirmed, approved, final', times: 2, requests: 0.3, ...service },
    { name: 'redeem and pick up', times: 0.5, requests: 4, ...redemption },
  ];
}

export interface Bill {
  readonly requests: number;
  readonly reads: number;
  readonly writes: number;
  readonly storedGb: number;
  readonly lines: readonly (readonly [name: string, dollars: number])[];
  readonly front: number;
}

export function billOf(operations: readonly Operation[], { people }: Size): Bill {
  const active = people * assumed.activeShare;
  const monthly = (unit: 'requests' | 'reads' | 'writes' | 'storedBytes') =>
    operations.reduce((sum, one) => sum + one[unit] * one.times, 0) * active * (1 + assumed.restShare);
  const [requests, reads, writes] = [monthly('requests'), monthly('reads'), monthly('writes')];
  const storedGb = (monthly('storedBytes') * 12 * assumed.yearsKept) / 1e9;
  const batches = writes / 2 / assumed.changesPerStreamBatch;
  const gbSeconds = (requests * assumed.millisecondsPerRequest + batches * assumed.millisecondsPerStreamBatch) / 1000;
  const lines = [
    ['HTTP API', requests * prices.httpRequest],
    ['Lambda', (requests + batches) * prices.lambdaRequest + gbSeconds * prices.lambdaGbSecond],
    ['DynamoDB, writes', writes * prices.writeUnit],
    ['DynamoDB, reads', reads * prices.readUnit],
    [`storage and recovery, ${assumed.yearsKept} years`, storedGb * (prices.tableGb + prices.recoveryGb)],
    [`weekly copies, kept ${assumed.copyWeeks} weeks`, storedGb * assumed.copyWeeks * prices.copyGb],
    ['archive', storedGb * prices.bucketGb + batches * 0.2 * prices.bucketPut],
    ['logs', ((requests * assumed.logBytesPerRequest) / 1e9) * prices.logGb],
    ['transfer', ((requests * assumed.bytesSentPerRequest) / 1e9) * prices.transferGb],
    ['secret, key, alarms, dashboard', prices.secret + prices.key + assumed.alarms * prices.alarm + prices.dashboard],
  ] as const;
  const front = requests * (prices.cloudFrontRequest + prices.firewallRequest) + prices.firewall;
  return { requests, reads, writes, storedGb, lines, front };
}
