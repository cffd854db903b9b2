/** What a request to AWS asks for, action by action, and whether a role allows it. */
import type { Statement } from './template.ts';

export interface Asked {
  readonly action: string;
  readonly resource: string;
  /** The operation that a part of a transaction lies in. */
  readonly enclosing?: string;
}

interface Body {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly SecretId?: string;
  readonly RequestItems?: Readonly<Record<string, unknown>>;
  readonly TransactItems?: readonly Readonly<Record<string, { readonly TableName: string }>>[];
}

const actionOfPart: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/**
 * @param target the header X-Amz-Target: `DynamoDB_20120810.Query`, `secretsmanager.GetSecretValue`
 * @param region where the tables are
 */
export function askedOf(target: string, body: Body, region: string): Asked[] {
  const [service = '', operation = ''] = target.split('.');
  if (service === 'secretsmanager') {
    return [{ action: `secretsmanager:${operation}`, resource: body.SecretId ?? '' }];
  }
  const at = (table: string) => `arn:aws:dynamodb:${region}:000000000000:table/${table}`;
  const action = `dynamodb:${operation}`;
  if (body.TransactItems) {
    return body.TransactItems.flatMap((item) =>
      Object.entries(item).map(([part, { TableName }]) => ({
        action: `dynamodb:${actionOfPart[part]}`,
        resource: at(TableName),
        enclosing: operation,
      })),
    );
  }
  if (body.RequestItems) return Object.keys(body.RequestItems).map((table) => ({ action, resource: at(table) }));
  const table = at(body.TableName ?? '');
  return [{ action, resource: body.IndexName ? `${table}/index/${body.IndexName}` : table }];
}

/** A request for an object: `/bucket/key` names it. */
export const askedOfObject = (method: string, path: string): Asked => ({
  action: method === 'PUT' ? 's3:PutObject' : 's3:GetObject',
  resource: `arn:aws:s3:::${decodeURIComponent(path.slice(1))}`,
});

/** Who asks for an object that is not there hears so only with the right to list the bucket. */
export const askedOfMissing = (path: string): Asked => ({
  action: 's3:ListBucket',
  resource: `arn:aws:s3:::${path.split('/')[1]}`,
});

/** The grants of a role, each a right on one thing, and which of them were ever needed. */
export class Grants {
  readonly #grants: { action: string; resource: string; enclosing?: readonly string[] | undefined; used: boolean }[];
  readonly refused = new Set<string>();

  constructor(statements: readonly Statement[]) {
    this.#grants = statements.flatMap(({ actions, resources, enclosing }) =>
      actions.flatMap((action) => resources.map((resource) => ({ action, resource, enclosing, used: false }))),
    );
  }

  /** Notes the use, or the lack. */
  allow({ action, resource, enclosing }: Asked): boolean {
    const grant = this.#grants.find(
      (held) =>
        held.action === action &&
        isWithin(resource, held.resource) &&
        (!held.enclosing || (enclosing !== undefined && held.enclosing.includes(enclosing))),
    );
    if (grant) grant.used = true;
    else this.refused.add(`${action} on ${lastPart(resource)}${enclosing ? ` in ${enclosing}` : ''}`);
    return grant !== undefined;
  }

  /** Rights to tables, objects and secrets that nobody needed. */
  unused(): string[] {
    const used = new Set(this.#grants.flatMap((grant) => (grant.used ? [rightOf(grant)] : [])));
    const left = this.#grants.filter((grant) => !used.has(rightOf(grant)) && !isUnseen(grant.action));
    return left.map(({ action, resource }) => `${action} on ${lastPart(resource)}`);
  }
}

/**
 * What Lambda itself does with a role: it writes logs, reads streams and parks what failed. And what a day without a
 * lost file needs not: to hear that a file is gone.
 */
const isUnseen = (action: string) => /^logs:|^sqs:|Stream|GetShardIterator|GetRecords|^s3:ListBucket$/.test(action);
/** Whoever may read many rows by key may read one: two actions of DynamoDB, one right. */
const rightOf = ({ action, resource }: { action: string; resource: string }) =>
  `${action.replace(':BatchGetItem', ':GetItem')} ${resource}`;
const isWithin = (resource: string, held: string) =>
  held.endsWith('*') ? resource.startsWith(held.slice(0, -1)) : resource === held;
const lastPart = (resource: string) => resource.split(':').at(-1) ?? resource;
