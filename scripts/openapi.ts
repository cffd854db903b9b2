/**
 * `npm run openapi` writes docs/api/openapi.json from the contracts; with `-- --check` it writes nothing and exits 1
 * when the committed document says something else.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { documentPath, renderDocument } from './openapi/document.ts';

const rendered = renderDocument();
if (!process.argv.includes('--check')) {
  writeFileSync(documentPath, rendered);
} else if (!upToDate()) {
  process.stderr.write('docs/api/openapi.json is not what the contracts say. Run `npm run openapi` and commit it.\n');
  process.exitCode = 1;
}

function upToDate(): boolean {
  try {
    return readFileSync(documentPath, 'utf8') === rendered;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
