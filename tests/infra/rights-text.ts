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
