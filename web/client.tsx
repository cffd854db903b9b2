/** Brings a page to life: takes over what the server rendered, with the very data it was rendered from. */
import { hydrate } from 'preact';
import { useState } from 'preact/hooks';
import { askedOf, type Data, type Reads } from './api/read.ts';
import { fetchRead } from './api/send.ts';
import { App, type Visit } from './app.tsx';
import type { Page } from './page.ts';
import { loadSentences } from './words/problems.ts';

export async function start<W, R extends Reads>(page: Page<W, R>): Promise<void> {
  const root = document.getElementById('app');
  const given = document.getElementById('visit')?.textContent;
  if (!root || !given) return;
  const visit: Visit<R> = JSON.parse(given);
  // Without them the API's titles still speak.
  const sentences = Promise.allSettled([loadSentences(visit.where.look.language)]);
  if (visit.problem) await sentences;
  hydrate(<Living page={page} visit={visit} />, root);
  performance.mark('alive');
  await sentences;
  document.documentElement.dataset.ready = 'true';
}

function Living<W, R extends Reads>({ page, visit: first }: { page: Page<W, R>; visit: Visit<R> }) {
  const [visit, show] = useState(first);
  const refresh = async () => {
    const data = await readAll(page.reads(visit.where));
    show({ where: { ...visit.where, now: Date.now() }, data });
  };
  return <App page={page} visit={visit} refresh={refresh} />;
}

async function readAll<R extends Reads>(reads: R): Promise<Data<R>> {
  const answers = await Promise.all(askedOf(reads).map(async ([key, path]) => [key, await fetchRead(path)] as const));
  return Object.fromEntries(answers) as Data<R>;
}
