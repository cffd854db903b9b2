/**
 * The CDK app. `-c stage=prod -c region=cn-north-1` makes the one deployment; without them every stage in a global and
 * both China regions is made, for review. Needs no account and no network.
 */
import { App } from 'aws-cdk-lib';
import { addChecks } from './checks.ts';
import { readSettings } from './settings.ts';
import { TimebankStack } from './timebank-stack.ts';

const app = new App();
const listed = (name: string, all: readonly string[]) => {
  const given: unknown = app.node.tryGetContext(name);
  return given === undefined ? all : [String(given)];
};
const [bundles = ''] = listed('bundles', ['dist']);
// Whoever serves a template on this machine does not wait for what `npm run synth` and every deploy check.
if (app.node.tryGetContext('unchecked') === undefined) addChecks(app);
for (const stage of listed('stage', ['dev', 'prod'])) {
  for (const region of listed('region', ['us-east-1', 'cn-north-1', 'cn-northwest-1'])) {
    new TimebankStack(app, { settings: readSettings(app.node, stage, region), bundles });
  }
}
