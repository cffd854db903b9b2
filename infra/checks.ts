/** What a template has to hold at each synth: CloudFormation's own rules, ours, and those of cdk-nag's two packs. */
import { type App, CloudFormationValidatePlugin, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';

/** CloudFormation Guard: a rule holds when all its clauses do. */
const houseRules = `
let tables = Resources.*[ Type == 'AWS::DynamoDB::GlobalTable' ]
rule tables_can_be_restored when %tables !empty {
  %tables.Properties.Replicas[*].PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled == true
    <<Every table can be restored to any second of the last 35 days>>
}

let kept = Resources.*[ Type == 'AWS::DynamoDB::GlobalTable' Properties.TableName != /^timebank-dev-/ ]
rule tables_are_protected when %kept !empty {
  %kept.DeletionPolicy == 'Retain' <<Only the stage dev may lose a table>>
  %kept.Properties.Replicas[*].DeletionProtectionEnabled == true <<Only the stage dev may lose a table>>
}

let firewalls = Resources.*[ Type == 'AWS::WAFv2::WebACLAssociation' ]
rule no_firewall_on_http_apis when %firewalls !empty {
  %firewalls.Properties.ResourceArn != /apis/ <<WAF cannot stand before an HTTP API: put CloudFront between them>>
}

let functions = Resources.*[ Type == 'AWS::Lambda::Function' ]
rule no_tracing when %functions !empty {
  %functions.Properties.TracingConfig not exists <<X-Ray is not there in the China regions>>
}
`;

export function addChecks(app: App): void {
  Validations.of(app).addPlugins(
    new CloudFormationValidatePlugin({ guardRules: [{ name: 'house', content: houseRules }] }),
    new AwsSolutionsChecks(app),
    new ServerlessChecks(app),
  );
}
