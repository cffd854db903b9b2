/**
 * List prices of us-east-1 in US dollars, without free tiers and discounts, as known on `asOf`. China has lists of its
 * own in yuan: put them here before saying a sum to anybody.
 */
export const asOf = '2026-11-22';

export const prices = {
  httpRequest: 1.0 / 1e6,
  lambdaRequest: 0.2 / 1e6,
  /** arm64, for each GB and second. */
  lambdaGbSecond: 0.0000133334,
  readUnit: 0.125 / 1e6,
  writeUnit: 0.625 / 1e6,
  /** A month. */
  tableGb: 0.25,
  recoveryGb: 0.2,
  /** Of each weekly copy that is kept. */
  copyGb: 0.1,
  bucketGb: 0.023,
  bucketPut: 0.005 / 1000,
  logGb: 0.5,
  transferGb: 0.09,
  secret: 0.4,
  key: 1,
  alarm: 0.1,
  dashboard: 3,
  /** With the front only. */
  cloudFrontRequest: 1.0 / 1e6,
  firewall: 8,
  firewallRequest: 0.6 / 1e6,
} as const;
