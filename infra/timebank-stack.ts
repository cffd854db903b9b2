import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledged.ts';
import { addApi } from './api.ts';
import { addCopies } from './copies.ts';
import { Data } from './data.ts';
import { addArchive, addDocuments, addProjections, addSchedule } from './events.ts';
import { Functions } from './functions.ts';
import { addParking } from './parking.ts';
import type { Settings } from './settings.ts';
import { addFront, FrontStack, makeFrontKey } from './site.ts';
import { Watch } from './watch.ts';

export interface TimebankProps extends StackProps {
  readonly settings: Settings;
  /** The folder of the built bundles. */
  readonly bundles: string;
}

/** One deployment. The region decides the partition; nothing in it names one. */
export class TimebankStack extends Stack {
  constructor(scope: Construct, { settings, bundles, ...props }: TimebankProps) {
    const { stage, region, domain, front } = settings;
    const name = `timebank-${stage}`;
    super(scope, `${name}-${region}`, { ...props, stackName: name, env: { ...props.env, region } });
    const data = new Data(this, settings);
    const parking = addParking(this);
    const frontKey = front ? makeFrontKey(this) : undefined;
    const functions = new Functions(this, { settings, data, bundles, missedTicks: parking.ticks, frontKey });
    const { byName } = functions;
    const api = addApi(this, byName.api, settings);
    if (domain && frontKey) {
      const { webAclArn } = new FrontStack(scope, `${name}-${region}-front`, { ...props, stackName: `${name}-front` });
      addFront(this, api, domain, { frontKey, webAclArn });
    }
    addProjections(byName.projections, data, parking);
    addDocuments(byName.documents, data, parking);
    addArchive(byName.archive, data, parking);
    addSchedule(this, byName.clock, parking);
    const { topic } = new Watch(this, { settings, api, functions, parking });
    addCopies(this, { settings, data, topic });
    acknowledge(this, { data, functions });
    const said = {
      Url: domain ? `https://${domain.name}` : api.api.apiEndpoint,
      KeysSecret: data.keys.secretArn,
      FilesBucket: data.files.bucketName,
      ArchiveBucket: data.archive.bucketName,
      AlarmTopic: topic.topicArn,
      ParkedChanges: parking.changes.queueUrl,
      ParkedArchive: parking.archive.queueUrl,
      MissedTicks: parking.ticks.queueUrl,
    };
    for (const [output, value] of Object.entries(said)) new CfnOutput(this, output, { value });
  }
}
