import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Data } from './data.ts';
import { addApi, addSchedule, addStreams } from './events.ts';
import { Functions } from './functions.ts';

export interface TimebankProps extends StackProps {
  /** `dev`, `prod`: tells deployments in one account apart. */
  readonly stage: string;
  /** The folder of the built bundles. */
  readonly bundles: string;
}

/** One deployment. The region decides the partition; nothing in it names one. */
export class TimebankStack extends Stack {
  constructor(scope: Construct, { stage, bundles, ...props }: TimebankProps) {
    super(scope, `timebank-${stage}`, props);
    const tablePrefix = `timebank-${stage}-`;
    const data = new Data(this, tablePrefix);
    const { byName } = new Functions(this, { stage, tablePrefix, data, bundles });
    const api = addApi(this, byName.api);
    addStreams(this, byName.projections, data);
    addSchedule(this, byName.clock);
    new CfnOutput(this, 'Url', { value: api.apiEndpoint });
    new CfnOutput(this, 'KeysSecret', { value: data.keys.secretArn });
  }
}
