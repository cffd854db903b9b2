/** The CDK app: `cdk synth -c stage=prod -c region=cn-north-1`. Needs no account and no network. */
import { App } from 'aws-cdk-lib';
import { TimebankStack } from './timebank-stack.ts';

const app = new App();
const stage = String(app.node.tryGetContext('stage') ?? 'dev');
const region = String(app.node.tryGetContext('region') ?? 'us-east-1');
new TimebankStack(app, { stage, bundles: 'dist', env: { region } });
