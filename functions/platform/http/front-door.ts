import { timingSafeEqual } from 'node:crypto';
import type { handle, LambdaEvent } from 'hono/aws-lambda';

type HttpEvent = Extract<LambdaEvent, { readonly rawPath: string }>;
type Answer = Awaited<ReturnType<ReturnType<typeof handle>>>;
type Handler = (event: HttpEvent) => Promise<Answer>;

const refused = { statusCode: 403, headers: {}, body: '', isBase64Encoded: false } as const satisfies Answer;

/**
 * Behind a front (CloudFront with WAF) the API's own address answers nobody else. What came through the front is
 * handed on as it was before it: with the host that the person asked for and the address that the person has.
 * @param front.key what the front says with each request
 * @param front.origin where people find the front
 */
export function behindFront(handler: Handler, { key, origin }: { key: string; origin: string }): Handler {
  return async (event) => {
    const { 'x-front-key': said = '', ...headers } = event.headers;
    if (!isSame(said, key)) return refused;
    const { requestContext } = event;
    // Appended last, by API Gateway, is the front's address; before it, by the front, the person's.
    const sourceIp = headers['x-forwarded-for']?.split(',').at(-2)?.trim() ?? requestContext.http.sourceIp;
    const asked = { ...headers, host: new URL(origin).host };
    const http = { ...requestContext.http, sourceIp };
    return handler({ ...event, headers: asked, requestContext: { ...requestContext, http } });
  };
}

function isSame(said: string, key: string): boolean {
  const [left, right] = [Buffer.from(said), Buffer.from(key)];
  return left.length === right.length && timingSafeEqual(left, right);
}
