/** Where failures wait for a person: `docs/operate.md` says how each is played again. */
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IDestination, IEventSourceDlq, IFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface Parking {
  readonly changes: Queue;
  readonly archive: Queue;
  readonly ticks: Queue;
}

export function addParking(stack: Construct): Parking {
  const scope = new Construct(stack, 'Parking');
  return {
    changes: makeParkingQueue(scope, 'Changes'),
    archive: makeParkingQueue(scope, 'Archive'),
    ticks: makeParkingQueue(scope, 'Ticks'),
  };
}

function makeParkingQueue(scope: Construct, id: string): Queue {
  return new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
}

/** Not `SqsDlq` and `SqsDestination`: they add rights to ask about the queue. */
export const parkedIn = (queue: Queue): IEventSourceDlq & IDestination => ({
  bind(_source: unknown, failing: IFunction) {
    failing.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
    return { destination: queue.queueArn };
  },
});
