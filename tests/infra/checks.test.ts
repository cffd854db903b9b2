import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, CfnResource } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { addChecks } from '../../infra/checks.ts';
import { makeApp, makeStack } from './templates.ts';

const slowly = 180_000;

/** What the checks find in an app, by their rules' names; the checks stop a synth that they find something in. */
function findings(app: App): string[] {
  addChecks(app);
  try {
    app.synth();
    return [];
  } catch {
    const report = join(app.outdir, 'validation-report.json');
    if (!existsSync(report)) throw new Error('The synth failed without a report');
    const names = [...readFileSync(report, 'utf8').matchAll(/"(?:ruleName|ruleId|ruleIds?)": ?"([^"]+)"/g)];
    return names.map(([, name = '']) => name);
  }
}

test(
  'nothing is left to say of a deployment, with a front and without one',
  () => {
    const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/1';
    const app = makeApp({ front: 'true', domain: 'bank.example.org', certificate, alarmEmail: 'ops@example.org' });
    makeStack(app);
    expect(findings(app)).toEqual([]);
  },
  slowly,
);

test(
  'a table that cannot be restored or may be lost, tracing, and a firewall where none can stand are each refused',
  () => {
    const app = makeApp();
    const stack = makeStack(app);
    const part = (...path: string[]) =>
      path.reduce((at, id) => at.node.findChild(id) as typeof at, stack as unknown as CfnResource).node
        .defaultChild as CfnResource;
    const recovery = 'Replicas.0.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled';
    part('Data', 'Ledger').addPropertyOverride(recovery, false);
    part('Data', 'Journal').addPropertyOverride('Replicas.0.DeletionProtectionEnabled', false);
    part('Functions', 'api').addPropertyOverride('TracingConfig', { Mode: 'Active' });
    new CfnResource(stack, 'Firewall', {
      type: 'AWS::WAFv2::WebACLAssociation',
      properties: {
        ResourceArn: 'arn:aws:apigateway:us-east-1::/apis/a/stages/$default',
        WebACLArn: 'arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/b',
      },
    });
    const found = findings(app).join();
    for (const rule of ['tables_can_be_restored', 'tables_are_protected', 'no_tracing', 'no_firewall_on_http_apis']) {
      expect(found).toContain(rule);
    }
  },
  slowly,
);
