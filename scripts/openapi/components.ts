/** What the operations of the document refer to. */
import type { ZodOpenApiComponentsObject } from 'zod-openapi';
import { capabilities } from './capabilities.ts';
import { listOf, problemCodes, sharedRefusals } from './refusals.ts';

export const components: ZodOpenApiComponentsObject = {
  securitySchemes: {
    cookieAuth: {
      type: 'apiKey',
      in: 'cookie',
      name: '__Host-timebank',
      description: '`POST /api/sessions` 或 `POST /api/activations` 成功后由服务器设置；浏览器自动带上，不用填写。',
    },
  },
  parameters: {
    IdempotencyKey: {
      in: 'header',
      name: 'Idempotency-Key',
      required: true,
      schema: { type: 'string', format: 'uuid' },
      description: '客户端为这次操作生成的 UUID，发送之前先存好；没有等到答复就用同一个重发。',
    },
  },
  headers: {
    IdempotencyReplayed: {
      schema: { type: 'string', enum: ['true'] },
      description: '有这个头，说明这个 `Idempotency-Key` 以前已经办成，这次没有再办。',
    },
    RetryAfter: { schema: { type: 'integer', minimum: 0 }, description: '过这么多秒再试。' },
  },
  responses: sharedRefusals(capabilities.flatMap(({ routes }) => Object.values(routes))),
  schemas: {
    Problem: {
      type: 'object',
      description: `RFC 9457 的问题说明。程序只看 \`code\`，它不会改变；全部的 \`code\`：\n\n${listOf(problemCodes)}`,
      required: ['type', 'title', 'status', 'instance', 'traceId', 'code', 'keySpent'],
      properties: {
        type: { type: 'string', format: 'uri-reference', description: '说明这个问题的地址，`/api/problems/{code}`' },
        title: { type: 'string', description: '给人看的一句话' },
        status: { type: 'integer', description: 'HTTP 状态码' },
        detail: { type: 'string', description: '这一次该怎么办' },
        instance: { type: 'string', description: '请求编号' },
        traceId: { type: 'string', description: '请求编号，报修时请附上：日志里每一行都带着它' },
        code: { type: 'string', enum: problemCodes },
        keySpent: { type: 'boolean', description: '`true`：这个 `Idempotency-Key` 已用掉，再试要换新的' },
        errors: {
          type: 'array',
          description: '`shape_invalid` 时，每处错误的位置和说明',
          items: {
            type: 'object',
            required: ['pointer', 'message'],
            properties: {
              pointer: { type: 'string', format: 'json-pointer', description: '如 `/body/participants/0/from`' },
              message: { type: 'string' },
            },
          },
        },
      },
    },
  },
};
