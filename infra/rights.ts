/**
 * What each function may do with each table, verb by verb. Nobody deletes from the ledger, its journal or the guards;
 * the journal and the guards are written and never read: a refused write shows what was there. A test plays the
 * founding story and expects that nothing is used that is not granted.
 */
import type { TableName, tables } from '../shared/tables.ts';

export const functionNames = ['api', 'projections', 'documents', 'clock', 'archive'] as const;
export type FunctionName = (typeof functionNames)[number];

/** DynamoDB's verbs by what a store does: `get` reads one or many keys, `check` guards without writing. */
export const actionsOf = {
  get: ['dynamodb:GetItem', 'dynamodb:BatchGetItem'],
  query: ['dynamodb:Query'],
  put: ['dynamodb:PutItem'],
  update: ['dynamodb:UpdateItem'],
  remove: ['dynamodb:DeleteItem'],
  check: ['dynamodb:ConditionCheckItem'],
} as const;
export type Verb = keyof typeof actionsOf;
/** A verb on the table itself, or the name of an index that is asked. */
export type Right<T extends TableName = TableName> = Verb | (typeof tables)[T]['indexes'][number];
type Rights = { readonly [T in TableName]?: readonly Right<T>[] };

export const rights: Readonly<Record<FunctionName, Rights>> = {
  api: {
    District: ['get', 'query', 'put'],
    Access: ['get', 'query', 'byUnit', 'put', 'update', 'remove', 'check'],
    Guards: ['put'],
    Jobs: ['get', 'query', 'put', 'update'],
    Volunteers: ['get', 'query', 'put', 'update', 'remove', 'check'],
    Ledger: ['get', 'query', 'put', 'update', 'check'],
    Journal: ['put'],
    Rewards: ['get', 'query', 'byDesk', 'put', 'update', 'remove', 'check'],
    Teams: ['get', 'query', 'byVolunteer', 'put', 'update', 'remove'],
    Service: ['get', 'query', 'byVolunteer', 'byTeam', 'byQueue', 'put', 'update', 'check'],
    Activities: ['get', 'query', 'byTeam', 'byAudience', 'byVolunteer', 'put', 'update'],
    Orders: ['get', 'query', 'byQueue', 'byTeam', 'byPerson', 'put', 'update', 'remove'],
    Wishes: ['get', 'byQueue', 'byList', 'byResident', 'byClaimer', 'put', 'update'],
    Figures: ['get', 'query'],
    Audit: ['put', 'bySubject'],
    Changes: ['get', 'byUnit', 'put', 'update'],
    Notices: ['get', 'query', 'byUnread', 'update'],
  },
  projections: {
    Access: ['get', 'query', 'byUnit'],
    District: ['get'],
    Jobs: ['get', 'put', 'update', 'remove'],
    Volunteers: ['get', 'put', 'update', 'remove'],
    Ledger: ['get', 'query', 'put', 'update'],
    Journal: ['put'],
    Teams: ['get', 'byVolunteer', 'put', 'update'],
    Service: ['get', 'query', 'byVolunteer', 'byQueue', 'put', 'update'],
    Activities: ['get', 'query', 'byVolunteer', 'put', 'update'],
    Orders: ['get', 'query', 'byPerson', 'put', 'remove'],
    Wishes: ['get', 'byClaimer', 'put'],
    Figures: ['get', 'put'],
    Rewards: ['get'],
    Notices: ['get', 'put', 'update'],
  },
  /** Reads the lists and the certificates that are asked for, and says when their files are there. */
  documents: {
    District: ['get', 'query'],
    Access: ['get'],
    Jobs: ['get', 'update'],
    Volunteers: ['get', 'query'],
    Teams: ['get', 'query'],
    Service: ['get', 'query', 'byTeam'],
    Rewards: ['byDesk'],
    Figures: ['get'],
  },
  clock: {
    Access: ['get', 'query', 'byUnit'],
    District: ['get'],
    Jobs: ['get', 'update'],
    Ledger: ['get', 'byExpiry', 'put', 'update', 'check'],
    Journal: ['put'],
    Volunteers: ['get'],
    Teams: ['get'],
    Rewards: ['get', 'byDue', 'put', 'update'],
    Service: ['get', 'query', 'byQueue', 'byDue', 'update'],
    Activities: ['get', 'query', 'byDue', 'update'],
    Orders: ['get', 'byDue', 'put', 'update'],
    Wishes: ['get', 'byDue', 'put'],
    Notices: ['get', 'byDue', 'put', 'update'],
  },
  /** Reads two streams and adds to a bucket. */
  archive: {},
};
