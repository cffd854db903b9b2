/** The weekly copies: of every table, kept as long as was said, in a vault that gives nothing back before its time. */
import { expect, test } from 'vitest';
import { tableNames } from '../../shared/tables.ts';
import { rightsText } from './rights-text.ts';
import { resources, templateFor } from './templates.ts';

const template = templateFor('cn-north-1', { settings: { copyWeeks: '8' } });

test('every table is copied each week and kept for the weeks that were said', () => {
  template.hasResourceProperties('AWS::Backup::BackupPlan', {
    BackupPlan: {
      BackupPlanRule: [{ ScheduleExpression: 'cron(0 18 ? * SAT *)', Lifecycle: { DeleteAfterDays: 56 } }],
    },
  });
  const [selection] = resources(template, 'AWS::Backup::BackupSelection');
  const { Resources } = (selection?.Properties.BackupSelection ?? {}) as { Resources?: unknown[] };
  expect(Resources).toHaveLength(tableNames.length);
  expect(JSON.stringify(Resources)).not.toContain('*');
});

test('the vault stays, and lets go of no copy before its time', () => {
  template.hasResource('AWS::Backup::BackupVault', {
    DeletionPolicy: 'Retain',
    Properties: { LockConfiguration: { MinRetentionDays: 56 } },
  });
  const [vault] = resources(template, 'AWS::Backup::BackupVault');
  expect(JSON.stringify(vault?.Properties.BackupVaultName)).toContain('AWS::StackId');
  template.hasOutput('CopiesVault', {});
});

test('who copies may read no row and write none, and no managed policy widens it', () => {
  const own = rightsText(template)
    .split('\n\n')
    .find((role) => role.startsWith('CopiesRole'));
  expect(own?.match(/StartAwsBackupJob/g)).toHaveLength(tableNames.length);
  expect(own).not.toMatch(/Item|Query|Scan|Restore|s3:|kms:/);
  for (const { Properties } of resources(template, 'AWS::IAM::Role'))
    expect(Properties.ManagedPolicyArns).toBeUndefined();
});

test('a copy that fails is told to the topic of the alarms', () => {
  const [rule] = resources(template, 'AWS::Events::Rule');
  expect(rule?.Properties.EventPattern).toMatchObject({ source: ['aws.backup'] });
  expect(JSON.stringify(rule?.Properties.Targets)).toContain('WatchAlarms');
});

test('a trial has none', () => {
  const trial = templateFor('us-east-1', { stage: 'dev' });
  for (const kind of ['Vault', 'Plan', 'Selection'])
    expect(resources(trial, `AWS::Backup::Backup${kind}`)).toHaveLength(0);
});
