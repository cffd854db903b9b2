/** Templates for tests, from bundles that hold nothing. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { functionNames } from '../../infra/rights.ts';
import { readSettings } from '../../infra/settings.ts';
import { TimebankStack } from '../../infra/timebank-stack.ts';

export interface Resource {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly Properties: Record<string, unknown>;
}
export interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));

/** One empty function for each name. */
function emptyBundles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'timebank-bundles-'));
  for (const name of functionNames) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.mjs'), 'export const handler = () => undefined;\n');
  }
  return folder;
}

export const makeApp = (settings: Readonly<Record<string, string>> = {}) =>
  new App({ context: { ...context, ...settings } });

export function makeStack(
  app: App,
  { stage = 'prod', region = 'us-east-1', bundles = emptyBundles() } = {},
): TimebankStack {
  return new TimebankStack(app, { settings: readSettings(app.node, stage, region), bundles });
}

/** @param settings what an operator says by `-c name=value` */
export function templateFor(
  region: string,
  { stage, settings }: { stage?: string; settings?: Readonly<Record<string, string>> } = {},
): Template {
  return templateOf(makeStack(makeApp(settings), { stage, region }));
}
export const templateOf = (stack: Stack) => Template.fromStack(stack);

export const resources = (template: Template, type: string) =>
  Object.values(template.findResources(type)) as Resource[];
export const statements = (template: Template) =>
  resources(template, 'AWS::IAM::Policy').flatMap(
    ({ Properties }) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement,
  );
export const actionsOf = ({ Action }: Statement) => [Action].flat();
