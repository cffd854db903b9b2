/**
 * The DynamoDB tables as data: the one source for the CDK stack, the local stores and the configuration.
 * Every table has string keys `pk` and `sk`. An index named `byX` is keyed by the attributes `byXPk` and `byXSk` and
 * is sparse: an item appears in it only while it carries both. `ttl` is the attribute `ttl`, in epoch seconds.
 */
export interface TableSpec {
  /** The slice that alone reads and writes the table's items. */
  readonly owner: Owner;
  readonly indexes: readonly string[];
  /** New and old images of each change. */
  readonly stream: boolean;
  readonly ttl: boolean;
}
type Owner =
  | 'platform'
  | 'district'
  | 'access'
  | 'ledger'
  | 'volunteers'
  | 'rewards'
  | 'teams'
  | 'hours'
  | 'activities'
  | 'orders'
  | 'wishes'
  | 'figures'
  | 'notices'
  | 'changes';

export const tables = {
  /** Units, rules by date, calendar, desks. */
  District: { owner: 'district', indexes: [], stream: false, ttl: false },
  /** Logins, accounts, sessions, one-time codes. */
  Access: { owner: 'access', indexes: ['byUnit'], stream: true, ttl: true },
  /** One row for each client key ever used on a write outside the ledger: never expires. */
  Guards: { owner: 'platform', indexes: [], stream: false, ttl: false },
  /** Uploaded files' parts, imports and other long work. */
  Jobs: { owner: 'platform', indexes: [], stream: true, ttl: true },
  /** People, class directories, unique numbers, consents. */
  Volunteers: { owner: 'volunteers', indexes: [], stream: true, ttl: false },
  /** Wallets: balance rows and entries. */
  Ledger: { owner: 'ledger', indexes: ['byExpiry'], stream: true, ttl: false },
  /** One immutable row for each ledger transaction: guard and journal in one. */
  Journal: { owner: 'ledger', indexes: [], stream: true, ttl: false },
  /** Items, stock, redemptions, pick-up codes, limits. */
  Rewards: { owner: 'rewards', indexes: ['byDesk', 'byDue'], stream: true, ttl: false },
  /** Teams and their members. */
  Teams: { owner: 'teams', indexes: ['byVolunteer'], stream: true, ttl: false },
  /** Shifts, service records, month items, publicity. */
  Service: { owner: 'hours', indexes: ['byVolunteer', 'byTeam', 'byQueue', 'byDue'], stream: true, ttl: false },
  /** Activities, their shifts and who takes part, promised times, absences, residents' feedback. */
  Activities: {
    owner: 'activities',
    indexes: ['byTeam', 'byAudience', 'byVolunteer', 'byDue'],
    stream: true,
    ttl: true,
  },
  /** Residents, the service menu, orders, and what teams can take on. */
  Orders: { owner: 'orders', indexes: ['byQueue', 'byTeam', 'byPerson', 'byDue'], stream: true, ttl: false },
  /** Small things people would like, and who takes them upon themselves. */
  Wishes: {
    owner: 'wishes',
    indexes: ['byQueue', 'byList', 'byResident', 'byClaimer', 'byDue'],
    stream: true,
    ttl: false,
  },
  /** Who of the staff opened whose file or which list, and when: kept for three years. */
  Audit: { owner: 'platform', indexes: ['bySubject'], stream: false, ttl: true },
  /** Sums by unit, and what each source was counted with. */
  Figures: { owner: 'figures', indexes: [], stream: false, ttl: false },
  /** Inboxes, what their owners do not want to hear, and what the clock has to remind of. */
  Notices: { owner: 'notices', indexes: ['byUnread', 'byDue'], stream: true, ttl: true },
  /** What one person proposes and another decides: corrections, adjustments, waivers. */
  Changes: { owner: 'changes', indexes: ['byUnit'], stream: true, ttl: false },
} as const satisfies Record<string, TableSpec>;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];

/** Streams that the projections function works on; the others are there for the archive. */
export const projectedTables = [
  'Service',
  'Jobs',
  'Access',
  'Volunteers',
  'Ledger',
  'Teams',
  'Rewards',
  'Notices',
  'Activities',
  'Orders',
  'Wishes',
  'Changes',
] as const satisfies readonly TableName[];

/** A row of the table Jobs with these attributes asks for a file, which the documents function writes. */
export const asksForFile = { work: 'export', state: 'waiting' } as const;

/**
 * Written in transactions only, also a single row: the functions' roles demand it. Their streams feed the archive.
 */
export const transactedTables = ['Ledger', 'Journal'] as const satisfies readonly TableName[];

/** What the tables of a stage are called, before the name. */
export const tablePrefixOf = (stage: string) => `timebank-${stage}-`;
/** To any second of so many days every table can be restored. */
export const recoveryDays = 35;

/** The pair of attributes an index is keyed by. */
export const indexKeys = (index: string) => ({ pk: `${index}Pk`, sk: `${index}Sk` });

/**
 * How many days files are kept that do not live as long as their row, by the first part of their path: S3 forgets them
 * by a rule of the bucket, a single server by its own clock. All other files are kept.
 */
export const filesKeptDays = {
  /** An uploaded roster is read within minutes and holds names. */
  rosters: 7,
  /** A list that was asked for is fetched within days and holds names. */
  exports: 7,
  /** Photos of what participants signed go 180 days after finality, which is some 40 days after the service. */
  evidence: 220,
} as const;
