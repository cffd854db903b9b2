/** One deployed function in a thread of its own: its code as it would be uploaded, its own environment, events in. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const { folder, handler } = workerData as { folder: string; handler: string };
const [file = '', name = ''] = handler.split('.');
const code = await import(pathToFileURL(join(folder, `${file}.mjs`)).href);

parentPort?.on('message', async ({ id, event }: { id: number; event: unknown }) => {
  try {
    parentPort?.postMessage({ id, answer: await code[name](event) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.stack : String(error) });
  }
});
parentPort?.postMessage({ ready: true });
