/**
 * What each function may do with each table, verb by verb. Nobody deletes from the ledger, its journal or the guards;
 * the journal and the guards are written and never read: a refused write shows what was there. A test plays the
 * founding story and expects that nothing is used that is not granted.
 */
import type { TableName } from '../shared/tables.ts';

export const functionNames = ['api', 'projections', 'clock', 'archive'] as const;
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

export const rights: Readonly<Record<FunctionName, Readonly<Partial<Record<TableName, readonly Verb[]>>>>> = {
  api: {
    District: ['get', 'query', 'put'],
    Access: ['get', 'query', 'put', 'update', 'remove'],
    Guards: ['put'],
    Jobs: ['get', 'query', 'put', 'update'],
    Volunteers: ['get', 'query', 'put', 'update', 'remove'],
    Ledger: ['get', 'query', 'put', 'update'],
    Journal: ['put'],
    Rewards: ['get', 'query', 'put', 'update', 'remove', 'check'],
    Teams: ['get', 'query', 'put', 'update', 'remove'],
    Service: ['get', 'query', 'put', 'update'],
    Activities: ['get', 'query', 'put', 'update'],
    Orders: ['get', 'query', 'put', 'update', 'remove'],
    Wishes: ['get', 'query', 'put', 'update'],
    Figures: ['get', 'query'],
    Audit: ['put', 'query'],
    Changes: ['get', 'query', 'put', 'update'],
    Notices: ['get', 'query', 'update'],
  },
  projections: {
    Access: ['get', 'query'],
    District: ['get', 'query'],
    Jobs: ['get', 'query', 'put', 'update'],
    Volunteers: ['get', 'put', 'update', 'remove'],
    Ledger: ['get', 'query'],
    Teams: ['get'],
    Service: ['get', 'query', 'put', 'update'],
    Activities: ['get', 'query', 'update'],
    Figures: ['get', 'put'],
    Rewards: ['get'],
    Notices: ['get', 'put', 'update'],
  },
  clock: {
    Access: ['get', 'query'],
    District: ['get', 'query'],
    Jobs: ['get', 'update'],
    Ledger: ['get', 'query', 'put', 'update', 'check'],
    Journal: ['put'],
    Volunteers: ['get'],
    Rewards: ['get', 'query', 'put', 'update'],
    Service: ['get', 'query', 'update'],
    Activities: ['get', 'query', 'update'],
    Orders: ['get', 'query', 'put', 'update'],
    Wishes: ['get', 'query', 'put'],
    Notices: ['get', 'query', 'put', 'update'],
  },
  /** Reads two streams and adds to a bucket. */
  archive: {},
};
