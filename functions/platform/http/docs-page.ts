/** The documentation's page: swagger-ui under a policy that allows no inline script or style and no outside request. */

/** The pictures that swagger-ui's style sheet carries are data addresses. */
export const pagePolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

export const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>时间银行 API</title>
<link rel="icon" href="/api/docs/favicon.svg">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<script defer src="/api/docs/swagger-ui-bundle.js"></script>
<script type="module" src="/api/docs/init.js"></script>
</head>
<body>
<div id="docs"></div>
<noscript>这一页需要 JavaScript；接口说明全文在 <a href="/api/openapi.json">/api/openapi.json</a>。</noscript>
</body>
</html>
`;

/**
 * The session cookie goes along by itself. A write without an idempotency key gets a fresh one, so the field may stay
 * empty; whoever wants to see a replay types the key of the first sending. Nothing is kept.
 */
export const script = `const keyHeader = 'Idempotency-Key';
const response = await fetch('/api/openapi.json');
const spec = await response.json();
const key = spec.components.parameters.IdempotencyKey;
key.required = false;
key.description += '本页不填就自动生成。';

SwaggerUIBundle({
  dom_id: '#docs',
  spec,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  persistAuthorization: false,
  validatorUrl: null,
  requestInterceptor(request) {
    if (request.method !== 'GET') request.headers[keyHeader] ||= crypto.randomUUID();
    return request;
  },
});
`;

/** A clock's face. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
<g fill="none" stroke="#0a7359" stroke-width="2" stroke-linecap="round">
<circle cx="8" cy="8" r="6.5"/><path d="M8 4.5V8l2.5 2"/></g></svg>
`;
