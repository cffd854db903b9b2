import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files } from './port.ts';

const component = /^[A-Za-z0-9][\w.-]{0,99}$/;

/** Files in a folder that only this user may read. A reader sees a file whole or not at all, also after a crash. */
export function folderFiles(root: string): Files {
  return {
    async put(path, bytes) {
      const file = placeOf(root, path);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      const draft = join(dirname(file), `.${randomUUID()}`);
      try {
        await write(draft, bytes);
        await rename(draft, file);
      } finally {
        await rm(draft, { force: true });
      }
    },
    async get(path) {
      try {
        return await readFile(placeOf(root, path));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
}

/** Paths are ours, so a strange one is a fault: components of letters, digits, `.`, `_`, `-`, none hidden or upward. */
function placeOf(root: string, path: string): string {
  const components = path.split('/');
  if (!components.every((part) => component.test(part)))
    throw new Error('A file path has a component that is not allowed');
  return join(root, ...components);
}

async function write(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
