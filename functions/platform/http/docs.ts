/** The API's documentation: the OpenAPI document, a page to read and try it, and what each problem means. */
import type { Context } from 'hono';
import { type ProblemCode, problems } from '../../../shared/problems.ts';
import { Problem } from '../problem.ts';
import type { App } from './app.ts';

/**
 * Serves /api/openapi.json, /api/docs with all it shows, and /api/problems/{code}. Nothing of the page is loaded before
 * somebody asks for it.
 * @param folder where the build put openapi.json and swagger-ui's two files, ending with a slash
 */
export function mountDocs(app: App, { folder }: { readonly folder: URL }): void {
  const open = async () => (await import('./docs-files.ts')).openDocs(folder);
  let docs: ReturnType<typeof open> | undefined;
  const answer = async (c: Context) => {
    docs ??= open();
    return (await docs)(c.req.path, c.req.raw.headers);
  };
  app.get('/api/openapi.json', answer);
  app.get('/api/docs', answer);
  app.get('/api/docs/:file', answer);
  app.get('/api/problems/:code', (c) => c.json(explain(c.req.param('code'))));
}

function explain(code: string) {
  if (!isProblemCode(code)) throw new Problem('not_found');
  const { status, title } = problems[code];
  return { code, status, title, next: nextStep(status), documentation: '/api/docs' };
}

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

function nextStep(status: number): string {
  if (status >= 500) return '稍候原样重试；写操作用同一个 Idempotency-Key';
  if (status === 429) return '过了 Retry-After 所说的秒数再试';
  return '改正后再试；答复里 keySpent 为 true 时换一个新的 Idempotency-Key';
}
