/** One route as one OpenAPI operation. */
import type { ZodObjectInput, ZodOpenApiOperationObject } from 'zod-openapi';
import type { Route, RouteName, Shape } from '../../shared/contracts/route.ts';
import type { Role } from '../../shared/roles.ts';
import { refusalResponses } from './refusals.ts';

const posts: Readonly<Record<Role, string>> = {
  district_admin: '区管理员',
  unit_admin: '单位管理员',
  approver: '审核人',
  leader: '领队',
  desk: '兑换点工作人员',
  volunteer: '志愿者',
  guardian: '监护人',
  resident: '居民',
  auditor: '审计员',
};

export function operationOf(name: RouteName, route: Route, tag: string): ZodOpenApiOperationObject {
  const { allow, write } = route;
  return {
    operationId: operationIdOf(name),
    tags: [tag],
    summary: route.summary,
    description: [whoMay(route), ...howOnce(route)].join('\n\n'),
    security: allow === 'anyone' ? [] : [{ cookieAuth: [] }],
    'x-allow': typeof allow === 'string' ? [allow] : allow,
    requestParams: {
      ...(route.params && { path: parametersOf(route.params) }),
      ...(route.query && { query: parametersOf(route.query) }),
    },
    parameters: write === undefined || write === 'keyless' ? [] : [{ $ref: '#/components/parameters/IdempotencyKey' }],
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': { schema: route.body() } } },
    }),
    responses: {
      [`${route.status ?? 200}`]: {
        description: '成功',
        ...(write === 'guarded' && {
          headers: { 'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' } },
        }),
        content: contentOf(route),
      },
      ...refusalResponses(route),
    },
  };
}

/** JSON in the shape of the answer, or a file in one of its types, which need no further words. */
function contentOf({ file, answer }: Route): Record<string, { schema?: ReturnType<Shape> }> {
  if (file) return Object.fromEntries(file.types.map((type) => [type, {}]));
  return { 'application/json': { schema: answer() } };
}

/** `GET /api/teams/{team}/members` is `getTeamsByTeamMembers`: a name that stays as long as the route does. */
export function operationIdOf(name: RouteName): string {
  const [method = '', path = ''] = name.split(' ');
  const words = path
    .replace(/^\/api/, '')
    .replaceAll(/\{(\w+)\}/g, 'by-$1')
    .split(/[/-]/);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

const parametersOf = (shape: Shape) => shape() as ZodObjectInput;

function whoMay({ allow }: Route): string {
  if (allow === 'anyone') return '不用登录。';
  if (allow === 'signed_in') return '登录后，任何身份都可以。';
  return `可以使用的身份：${allow.map((role) => `${posts[role]} \`${role}\``).join('、')}。`;
}

function howOnce({ write }: Route): string[] {
  if (write === 'guarded') return ['同一个 `Idempotency-Key` 重发，只办一次，得到那次结果现在的样子。'];
  if (write === 'derived') return ['重发无害：已经办好的不会再办一次。'];
  return [];
}
