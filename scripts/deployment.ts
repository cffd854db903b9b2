/** A deployment on AWS, as the operator's commands name it: its stage and its region. */

export const deploymentOptions = { stage: { type: 'string' }, region: { type: 'string' } } as const;

export interface Deployment {
  readonly stage: string;
  readonly region: string;
}

/** @returns undefined when neither is given: then the command works on this machine's own data */
export function deploymentOf({ stage, region }: Partial<Deployment>): Deployment | undefined {
  if (stage === undefined && region === undefined) return undefined;
  if (!stage || !region) throw new Error('A deployment is named by both --stage and --region.');
  return { stage, region };
}

export const secretIdOf = ({ stage }: Deployment) => `timebank-${stage}-keys`;

/** What the configuration reads of a deployment. The SDK finds the operator's own credentials as it always does. */
const environmentOf = (deployment: Deployment) => ({
  STAGE: deployment.stage,
  AWS_REGION: deployment.region,
  TIMEBANK_STORE: 'dynamodb',
  KEYS_SECRET_ID: secretIdOf(deployment),
});

/**
 * For the shell of the operator: Lambda starts a function anew whose configuration has changed, be it by a word. Before
 * that a running function goes on with the keys that it read when it started, which may be hours.
 */
export const startAnew = ({ stage, region }: Deployment) =>
  [
    'for name in api projections documents clock; do',
    `  aws lambda update-function-configuration --region ${region} --function-name "timebank-${stage}-$name" \\`,
    '    --description "keys read after $(date -u +%FT%TZ)" > /dev/null',
    'done',
  ].join('\n');

/** Has this process work on the deployment that is named, if one is, instead of on what its variables say. */
export function workOn(named: Partial<Deployment>): void {
  const deployment = deploymentOf(named);
  if (deployment) Object.assign(process.env, environmentOf(deployment));
}
