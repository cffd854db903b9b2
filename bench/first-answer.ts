/**
 * Run in a process of its own: loads a bundle, has its handler answer one event, and prints how long both took. With
 * `--count` also how many bytes of the bundle's folder were loaded until then, which takes time itself.
 */
import { statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [bundle = '', event = '{}', count] = process.argv.slice(2);
const entry = pathToFileURL(bundle);
const folder = new URL('.', entry).href;
let loadedBytes = 0;
if (count === '--count') {
  registerHooks({
    load(url, context, next) {
      if (url.startsWith(folder)) loadedBytes += statSync(fileURLToPath(url)).size;
      return next(url, context);
    },
  });
}
// What the handler logs goes where it would on Lambda: not into the answer.
const say = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
const start = performance.now();
const { handler } = await import(entry.href);
const loaded = performance.now();
const { statusCode } = await handler(JSON.parse(event));
const answered = performance.now();
say(JSON.stringify({ importMs: loaded - start, requestMs: answered - loaded, statusCode, loadedBytes }));
process.exit();
