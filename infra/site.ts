/** CloudFront with WAF before the API, for the global partition: then the API answers nobody else. */
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Api } from './api.ts';
import type { Settings } from './settings.ts';

/** Where CloudFront takes its firewall and its certificates from, whatever the region of the rest. */
const frontRegion = 'us-east-1';
/** A school of a thousand is one address: what one class does in five minutes is no attack. */
const requestsPerAddressMax = 10_000;

/** Answers that CloudFront keeps ten seconds for everybody, also where nothing else is kept, unless told not to. */
const errorsNotKept = [404, 414, 500, 501, 502, 503, 504];

/** The firewall, in a stack of its own because of its region. */
export class FrontStack extends Stack {
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, { ...props, env: { ...props.env, region: frontRegion } });
    this.webAclArn = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seenAs('firewall'),
      rules: [
        // No general rule set: it takes a class list of some kilobytes for an attack.
        managed('AWSManagedRulesAmazonIpReputationList', 0),
        managed('AWSManagedRulesKnownBadInputsRuleSet', 1),
        {
          name: 'rate',
          priority: 2,
          action: { block: {} },
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: requestsPerAddressMax } },
          visibilityConfig: seenAs('rate'),
        },
      ],
    }).attrArn;
  }
}

/** The word between CloudFront and the function, made at the first deploy: it guards the way around WAF, not data. */
export function makeFrontKey(scope: Construct): string {
  const secret = new Secret(scope, 'FrontKey', {
    description: 'What CloudFront says to the API so that it answers',
    generateSecretString: { passwordLength: 43, excludePunctuation: true },
  });
  return secret.secretValue.unsafeUnwrap();
}

export function addFront(
  scope: Construct,
  { api }: Api,
  domain: NonNullable<Settings['domain']>,
  { frontKey, webAclArn }: { frontKey: string; webAclArn: string },
): void {
  const { region, urlSuffix } = Stack.of(scope);
  const origin = new HttpOrigin(`${api.apiId}.execute-api.${region}.${urlSuffix}`, {
    customHeaders: { 'x-front-key': frontKey },
  });
  const common = { origin, viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS };
  const distribution = new Distribution(scope, 'Front', {
    domainNames: [domain.name],
    certificate: Certificate.fromCertificateArn(scope, 'FrontCertificate', domain.certificateArn),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    httpVersion: HttpVersion.HTTP2_AND_3,
    webAclId: webAclArn,
    defaultBehavior: {
      ...common,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    },
    errorResponses: errorsNotKept.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    // Their names carry a hash.
    additionalBehaviors: { '/assets/*': { ...common, cachePolicy: CachePolicy.CACHING_OPTIMIZED } },
  });
  new CfnOutput(scope, 'DomainTarget', { value: distribution.distributionDomainName });
}

const seenAs = (metricName: string) => ({ metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false });

function managed(name: string, priority: number): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
    visibilityConfig: seenAs(name),
  };
}
