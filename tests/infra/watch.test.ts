import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { functionNames } from '../../infra/rights.ts';
import { resources, templateFor } from './templates.ts';

const template = templateFor('us-east-1', { settings: { alarmEmail: 'ops@example.org' } });
const alarms = resources(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const nameOf = ({ AlarmDescription }: Record<string, unknown>) => String(AlarmDescription).split(', ')[1] ?? '';

test('every alarm reaches the topic, and the topic reaches a person', () => {
  expect(alarms.length).toBeGreaterThan(15);
  for (const { AlarmActions } of alarms) expect(JSON.stringify(AlarmActions)).toMatch(/WatchAlarms/);
  template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'ops@example.org' });
});

test('every alarm has its answer in docs/operate.md, and every answer there an alarm', () => {
  const page = readFileSync('docs/operate.md', 'utf8');
  const section = page.slice(page.indexOf('## Alarms'), page.indexOf('## Replaying'));
  const headings = [...section.matchAll(/^\| (`[^|]+) \|/gm)].map(([, heading = '']) => heading);
  const answered = headings.flatMap((heading) => [...heading.matchAll(/`([\w-]+)…?`/g)].map(([, name = '']) => name));
  const answers = (name: string, alarm: string) => alarm === name || (name.endsWith('-') && alarm.startsWith(name));
  const names = alarms.map(nameOf);
  expect(names.filter((alarm) => !answered.some((name) => answers(name, alarm)))).toEqual([]);
  expect(answered.filter((name) => !names.some((alarm) => answers(name, alarm)))).toEqual([]);
});

test('each function, each queue, the streams’ age and the journal are watched', () => {
  const names = alarms.map(nameOf);
  for (const name of functionNames) expect(names).toContain(`Errors-${name}`);
  for (const queue of ['changes', 'archive', 'ticks']) expect(names).toContain(`Parked-${queue}`);
  const journal = alarms.find((alarm) => nameOf(alarm) === 'JournalChanged');
  expect(journal).toMatchObject({ Namespace: 'Timebank', MetricName: 'JournalChanges', Threshold: 0 });
  const ages = alarms.filter(({ MetricName }) => MetricName === 'IteratorAge');
  expect(ages.map(({ Threshold }) => Threshold)).toEqual([3_600_000, 3_600_000, 3_600_000]);
});

test('who may write to the topic is who does: in China there is no budget', () => {
  const writers = (region: string) =>
    JSON.stringify(resources(templateFor(region), 'AWS::SNS::TopicPolicy'))
      .match(/(cloudwatch|budgets)\.amazonaws/g)
      ?.sort();
  expect(writers('us-east-1')).toEqual(['budgets.amazonaws', 'cloudwatch.amazonaws']);
  expect(writers('cn-north-1')).toEqual(['cloudwatch.amazonaws']);
});

test('no other account’s alarm or budget may use it', () => {
  const [policy] = resources(template, 'AWS::SNS::TopicPolicy');
  const document = policy?.Properties.PolicyDocument ?? {};
  const { Statement = [] } = document as { Statement?: Record<string, unknown>[] };
  const told = Statement.filter(({ Principal }) => /cloudwatch|budgets/.test(JSON.stringify(Principal)));
  expect(told.length).toBeGreaterThan(0);
  for (const { Condition } of told)
    expect(Condition).toEqual({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } });
});

test('a month that costs more than was said is heard of where AWS Budgets is', () => {
  template.hasResourceProperties('AWS::Budgets::Budget', { Budget: { BudgetLimit: { Amount: 100, Unit: 'USD' } } });
});
