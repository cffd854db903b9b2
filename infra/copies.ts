/**
 * A copy of every table each week, in a vault of its own: for what recovery to the second does not bring back, because
 * it lies too far back or because the tables are gone. `docs/operate.md` says how one is restored.
 */
import { CfnOutput, Duration, Fn, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Data } from './data.ts';
import type { Settings } from './settings.ts';

/** A trial needs no copies. */
export function addCopies(stack: Stack, { settings, data, topic }: CopiesOptions): void {
  const { stage, copyWeeks } = settings;
  if (stage === 'dev') return;
  const scope = new Construct(stack, 'Copies');
  const kept = Duration.days(7 * copyWeeks);
  const vault = new BackupVault(scope, 'Vault', {
    backupVaultName: `timebank-${stage}-${ofItsOwn(stack)}`,
    // No copy goes before its time, unless somebody with the rights first takes this lock away.
    lockConfiguration: { minRetention: kept },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const plan = new BackupPlan(scope, 'Weekly', {
    backupPlanName: `timebank-${stage}`,
    backupVault: vault,
    backupPlanRules: [
      new BackupPlanRule({
        ruleName: 'weekly',
        // Two o'clock on Sunday in Shanghai.
        scheduleExpression: Schedule.cron({ weekDay: 'SAT', hour: '18', minute: '0' }),
        startWindow: Duration.hours(1),
        completionWindow: Duration.hours(24),
        deleteAfter: kept,
      }),
    ],
  });
  plan.addSelection('Tables', {
    resources: Object.values(data.tables).map(({ tableArn }) => BackupResource.fromArn(tableArn)),
    role: copyingRole(scope, data),
    disableDefaultBackupPolicy: true,
  });
  new CfnOutput(stack, 'CopiesVault', { value: vault.backupVaultName });
  new Rule(scope, 'Failed', {
    description: 'docs/operate.md, a weekly copy',
    eventPattern: {
      source: ['aws.backup'],
      detailType: ['Backup Job State Change'],
      detail: { state: ['FAILED', 'ABORTED', 'EXPIRED'], backupVaultName: [vault.backupVaultName] },
    },
    targets: [new SnsTopic(topic)],
  });
}

/** The end of the stack's id, a new one for each: a vault that stays is in no later stack's way. */
const ofItsOwn = ({ stackId }: Stack) => Fn.select(4, Fn.split('-', Fn.select(2, Fn.split('/', stackId))));

interface CopiesOptions {
  readonly settings: Settings;
  readonly data: Data;
  /** Who hears of a copy that failed. */
  readonly topic: Topic;
}

/**
 * What AWS's own policy for this allows on tables, of our tables only: that one is for the whole account and a dozen
 * services more. Reading a row is not in it. The second statement is for accounts whose backups DynamoDB still keeps.
 */
function copyingRole(scope: Construct, { tables }: Data): Role {
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('backup.amazonaws.com') });
  const arns = Object.values(tables).map(({ tableArn }) => tableArn);
  const allow = (verbs: readonly string[], resources: string[]) =>
    role.addToPolicy(new PolicyStatement({ actions: verbs.map((verb) => `dynamodb:${verb}`), resources }));
  allow(['DescribeTable', 'CreateBackup', 'StartAwsBackupJob', 'ListTagsOfResource'], arns);
  allow(
    ['DescribeBackup', 'DeleteBackup'],
    arns.map((arn) => `${arn}/backup/*`),
  );
  return role;
}
