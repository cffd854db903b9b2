/** What a template's roles may do, as text that a reviewer reads: role by role, thing by thing. */
import type { Template } from 'aws-cdk-lib/assertions';
import { actionsOf, type Resource, type Statement } from './templates.ts';

export function rightsText(template: Template): string {
  const policies = Object.values(template.findResources('AWS::IAM::Policy')) as Resource[];
  return policies.map(roleText).sort().join('\n');
}

function roleText({ Properties }: Resource): string {
  const { Roles, PolicyDocument } = Properties as {
    Roles: { Ref: string }[];
    PolicyDocument: { Statement: Statement[] };
  };
  const rights = new Map<string, Set<string>>();
  for (const statement of PolicyDocument.Statement) {
    for (const thing of [statement.Resource].flat().map(thingName)) {
      const name = `${thing}${conditionText(statement)}`;
      const actions = rights.get(name) ?? new Set();
      for (const action of actionsOf(statement)) actions.add(action.replace(/^dynamodb:/, ''));
      rights.set(name, actions);
    }
  }
  const lines = [...rights].map(([name, actions]) => `  ${name}: ${[...actions].sort().join(' ')}`).sort();
  return `${Roles.map(({ Ref }) => plainId(Ref)).join()}\n${lines.join('\n')}\n`;
}

/** Where what a thing lets others do to it is written, by its type. */
const documents: Readonly<Record<string, string>> = {
  'AWS::IAM::Role': 'AssumeRolePolicyDocument',
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::S3::BucketPolicy': 'PolicyDocument',
  'AWS::SQS::QueuePolicy': 'PolicyDocument',
  'AWS::SNS::TopicPolicy': 'PolicyDocument',
};

/** Whom keys, buckets, queues, topics, roles and functions let do what: the other half of what a reviewer reads. */
export function policiesText(template: Template): string {
  const all = Object.entries(template.toJSON().Resources as Record<string, Resource>);
  const written = all.flatMap(([id, { Type, Properties }]) => {
    const document = Properties?.[documents[Type] ?? ''] as { Statement: Shared[] } | undefined;
    return document ? [`${plainId(id)}\n${document.Statement.map(sharedText).sort().join('')}`] : [];
  });
  const called = all.filter(([, { Type }]) => Type === 'AWS::Lambda::Permission').map(([, one]) => callText(one));
  return [...written, `Calls\n${[...new Set(called)].sort().join('')}`].sort().join('\n');
}
interface Shared extends Statement {
  readonly Effect: string;
  readonly Principal: string | Readonly<Record<string, unknown>>;
}

function sharedText(statement: Shared): string {
  const { Effect, Principal } = statement;
  const named = typeof Principal === 'string' ? [Principal] : Object.values(Principal).flat();
  const condition = statement.Condition ? ` (if ${valueText(statement.Condition)})` : '';
  const actions = [...actionsOf(statement)].sort().join(' ');
  return `  ${Effect} ${named.map(thingName).sort().join(' ')}: ${actions}${condition}\n`;
}

/** A condition, its references as the names of what they refer to. */
function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(valueText).join(' or ');
  const parts = Object.entries(value);
  const isReference = parts.some(([name]) => name === 'Ref' || name.startsWith('Fn::'));
  return isReference ? thingName(value) : parts.map(([name, held]) => `${name} ${valueText(held)}`).join(', ');
}

function callText({ Properties: { Action, Principal, FunctionName, SourceArn } }: Resource): string {
  return `  ${Principal}: ${Action} ${thingName(FunctionName)} (from ${thingName(SourceArn)})\n`;
}

/** A logical id without the hash at its end. */
const plainId = (id: string) => id.replace(/[0-9A-F]{8}$/, '');

function thingName(thing: unknown): string {
  if (typeof thing === 'string') return thing;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': joined } = thing as Record<string, never[] & string>;
  if (Ref) return plainId(Ref);
  if (attribute)
    return attribute[1] === 'Arn' ? plainId(attribute[0] ?? '') : `${plainId(attribute[0] ?? '')}.${attribute[1]}`;
  if (joined) return ((joined[1] ?? []) as unknown[]).map(thingName).join('');
  return JSON.stringify(thing);
}

function conditionText({ Condition }: Statement): string {
  if (!Condition) return '';
  const text = JSON.stringify(Condition);
  return text.includes('TransactWriteItems') ? ' (inside a transaction)' : ` (if ${text})`;
}
