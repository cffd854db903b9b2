import { describe, expect, test } from 'vitest';
import { makeApp, makeStack, resources, templateFor, templateOf } from './templates.ts';

const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/1';
const front = { front: 'true', domain: 'bank.example.org', certificate };

describe('China', () => {
  test.each(['cn-north-1', 'cn-northwest-1'])(
    '%s gets a template that names no partition and nothing it lacks',
    (region) => {
      const template = templateFor(region);
      expect(JSON.stringify(template.toJSON())).not.toMatch(/arn:aws:/);
      for (const { Type } of Object.values(template.toJSON().Resources) as { Type: string }[]) {
        expect(Type).not.toMatch(/Cognito|CloudFront|WAFv2|XRay|Lambda::Url|Budgets/);
      }
    },
  );

  test('a front is refused in one sentence', () => {
    const app = makeApp(front);
    expect(() => makeStack(app, { region: 'cn-north-1' })).toThrow(/The setting front is for the global partition/);
  });
});

describe('the front', () => {
  const app = makeApp(front);
  const stack = makeStack(app, { region: 'eu-central-1' });
  const template = templateOf(stack);

  test('hands on to the API with a word that the function knows, at the domain', () => {
    const [distribution] = resources(template, 'AWS::CloudFront::Distribution');
    const config = JSON.stringify(distribution?.Properties);
    expect(config).toContain('x-front-key');
    expect(config).toContain('{{resolve:secretsmanager:');
    expect(distribution?.Properties).toMatchObject({ DistributionConfig: { Aliases: ['bank.example.org'] } });
    template.hasResourceProperties('AWS::Lambda::Function', { FunctionName: 'timebank-prod-api' });
    const api = resources(template, 'AWS::Lambda::Function').find(
      ({ Properties }) => Properties.FunctionName === 'timebank-prod-api',
    );
    const { Variables } = (api?.Properties.Environment ?? {}) as { Variables?: Record<string, unknown> };
    expect(Variables).toMatchObject({ ORIGIN: 'https://bank.example.org', FRONT_KEY: expect.anything() });
  });

  test('keeps no error: the next who asks may be another person, or it may be mended', () => {
    const kept = [404, 414, 500, 501, 502, 503, 504].map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 }));
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { CustomErrorResponses: kept },
    });
  });

  test('has its firewall in the one region where CloudFront looks for it', () => {
    const firewall = app.node.findChild('timebank-prod-eu-central-1-front');
    expect(firewall).toMatchObject({ region: 'us-east-1' });
    expect(resources(templateOf(firewall as typeof stack), 'AWS::WAFv2::WebACL')).toHaveLength(1);
  });

  test('without a domain is refused in one sentence', () => {
    expect(() => makeStack(makeApp({ front: 'true' }))).toThrow('The setting front needs a domain');
  });
});
