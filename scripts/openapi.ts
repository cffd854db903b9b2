/**
 * `npm run openapi` writes docs/api/openapi.json and the map of the routes from the contracts; with `-- --check` it
 * writes nothing and exits 1 when what is committed says something else.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { documentPath, renderDocument } from './openapi/document.ts';
import { renderRouting, routingPath } from './openapi/routing.ts';

const rendered: readonly (readonly [path: string, text: string])[] = [
  [documentPath, renderDocument()],
  [routingPath, await renderRouting()],
];
for (const [path, text] of rendered) {
  if (!process.argv.includes('--check')) {
    writeFileSync(path, text);
  } else if (readFileSync(path, 'utf8') !== text) {
    const file = relative(process.cwd(), path);
    process.stderr.write(`${file} is not what the contracts say. Run \`npm run openapi\` and commit it.\n`);
    process.exitCode = 1;
  }
}
