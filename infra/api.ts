/** The HTTP API: one function behind every address, the ways in slower than the rest, and a line for each request. */
import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/** Here one writes without a session, so that codes and passwords can be tried. Tests hold it against the contracts. */
export const openPaths = [
  '/api/sessions',
  '/api/activations',
  '/api/guardians',
  '/api/publicity/{school}/objections',
  '/api/schools/{code}/registrations',
  '/api/registrations/status',
  '/api/feedback/{token}',
  '/api/tracks',
  '/api/tracks/rating',
] as const;

/** A name in no field: addresses of requests are left to the function's own log, which knows their patterns. */
const accessLine = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  ip: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  functionMilliseconds: '$context.integrationLatency',
  functionError: '$context.integrationErrorMessage',
});

export interface Api {
  readonly api: HttpApi;
  readonly stage: HttpStage;
}

export function addApi(scope: Construct, handler: LambdaFunction, settings: Settings): Api {
  const integration = new HttpLambdaIntegration('Integration', handler);
  const ownDomain = settings.domain && !settings.front ? settings.domain : undefined;
  const api = new HttpApi(scope, 'Api', {
    apiName: `timebank-${settings.stage}`,
    createDefaultStage: false,
    defaultIntegration: integration,
    disableExecuteApiEndpoint: ownDomain !== undefined,
  });
  const open = openPaths.flatMap((path) => api.addRoutes({ path, methods: [HttpMethod.POST], integration }));
  const domainName = ownDomain && addDomain(scope, ownDomain);
  const stage = new HttpStage(scope, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    detailedMetricsEnabled: true,
    throttle: { rateLimit: settings.size.requests.rate, burstLimit: settings.size.requests.burst },
    domainMapping: domainName && { domainName },
    accessLogSettings: {
      destination: new LogGroupLogDestination(makeLog(scope, settings)),
      format: AccessLogFormat.custom(accessLine),
    },
  });
  const { rate, burst } = settings.size.signIns;
  const slower = { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst };
  // The stage refuses settings for a route that is not there yet.
  stage.node.addDependency(...open);
  (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(
    openPaths.map((path) => [`POST ${path}`, slower]),
  );
  return { api, stage };
}

function addDomain(scope: Construct, { name, certificateArn }: NonNullable<Settings['domain']>): DomainName {
  const certificate = Certificate.fromCertificateArn(scope, 'Certificate', certificateArn);
  const domain = new DomainName(scope, 'Domain', { domainName: name, certificate });
  new CfnOutput(scope, 'DomainTarget', { value: domain.regionalDomainName });
  return domain;
}

/** 网络安全法 Art. 23: who asked when, for half a year. */
function makeLog(scope: Construct, { stage }: Settings): LogGroup {
  return new LogGroup(scope, 'AccessLog', {
    retention: RetentionDays.SIX_MONTHS,
    removalPolicy: stage === 'dev' ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });
}
