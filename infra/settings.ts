/** What an operator decides, read from the context: `-c stage=prod -c region=cn-north-1 -c size=province`. */
import type { Node } from 'constructs';

export interface Settings {
  /** Tells deployments in one account apart. Only `dev` may be removed with its data. */
  readonly stage: string;
  readonly region: string;
  readonly size: Size;
  /** Where people find the time bank, with its certificate in ACM. Without it, the API's own address. */
  readonly domain?: { readonly name: string; readonly certificateArn: string };
  /** CloudFront and WAF before the API, for the global partition; needs a domain. */
  readonly front: boolean;
  /**
   * How many requests the API works on at once, at most, and whatever other functions of the account do. The others
   * need none: a stream calls once for each of its parts, the clock once in a while. Without it: what the account has.
   */
  readonly apiConcurrency?: number;
  /** How many weeks the weekly copy of the tables is kept; a trial has none. */
  readonly copyWeeks: number;
  /** Who is told of alarms. */
  readonly alarmEmail?: string;
  /** A month's bill in US dollars that somebody should hear of. */
  readonly budgetDollars: number;
  /** ICP filing and 公安备案, as the law wants them at the foot of a page, and WeChat's word for the domain. */
  readonly site: Readonly<Record<'SITE_ICP_FILING' | 'SITE_POLICE_FILING' | 'SITE_WECHAT_VERIFICATION', string>>;
}

/** Units and requests are per second. */
interface Size {
  readonly requests: { readonly rate: number; readonly burst: number };
  /** Ways in that take no session: guessing is slow here. */
  readonly signIns: { readonly rate: number; readonly burst: number };
  /** No table and no index may spend more: a runaway costs a known sum a day. */
  readonly cap: { readonly reads: number; readonly writes: number };
  /** What the busiest tables take at once without growing into it first; a new table takes 12,000 and 4,000. */
  readonly warm?: { readonly reads: number; readonly writes: number };
}

const sizes = {
  /** 40,000 people. */
  district: {
    requests: { rate: 200, burst: 400 },
    signIns: { rate: 20, burst: 60 },
    cap: { reads: 12_000, writes: 4000 },
  },
  /** 10 million people: the account's own quotas have to be raised too, see docs/cost.md. */
  province: {
    requests: { rate: 10_000, burst: 5000 },
    signIns: { rate: 1000, burst: 2000 },
    cap: { reads: 80_000, writes: 40_000 },
    warm: { reads: 30_000, writes: 12_000 },
  },
} as const satisfies Record<string, Size>;

/** The regions of AWS China, which is a partition of its own with fewer services. */
export const isChina = (region: string) => region.startsWith('cn-');

/** @throws Error with one sentence that names the setting */
export function readSettings(node: Node, stage: string, region: string): Settings {
  const given = (name: string) => {
    const value: unknown = node.tryGetContext(name);
    return value === undefined || value === '' ? undefined : String(value);
  };
  const [domain, certificate] = [given('domain'), given('certificate')];
  const front = given('front') === 'true';
  const size = given('size') ?? 'district';
  const whole = (name: string, max: number) => {
    const text = given(name);
    if (text === undefined) return undefined;
    if (!/^[1-9]\d{0,6}$/.test(text) || Number(text) > max)
      throw refusal(name, `must be a whole number from 1 to ${max}`);
    return Number(text);
  };
  if (!(size in sizes)) throw refusal('size', `must be ${Object.keys(sizes).join(' or ')}`);
  if (!/^[a-z][a-z0-9-]{0,19}$/.test(stage))
    throw refusal('stage', 'must be up to 20 lower-case letters, digits, dashes');
  if (Boolean(domain) !== Boolean(certificate)) throw refusal('domain', 'and certificate (its ARN) go together');
  if (front && isChina(region))
    throw refusal('front', 'is for the global partition: WAF does not stand before CloudFront in China');
  if (front && !domain) throw refusal('front', 'needs a domain and its certificate in us-east-1');
  return {
    stage,
    region,
    size: sizes[size as keyof typeof sizes],
    domain: domain && certificate ? { name: domain, certificateArn: certificate } : undefined,
    front,
    apiConcurrency: whole('apiConcurrency', 100_000),
    copyWeeks: whole('copyWeeks', 52) ?? 6,
    alarmEmail: given('alarmEmail'),
    budgetDollars: whole('budget', 1_000_000) ?? 100,
    site: {
      SITE_ICP_FILING: given('icpFiling') ?? '',
      SITE_POLICE_FILING: given('policeFiling') ?? '',
      SITE_WECHAT_VERIFICATION: given('wechatVerification') ?? '',
    },
  };
}

const refusal = (name: string, sentence: string) => new Error(`The setting ${name} ${sentence}.`);
