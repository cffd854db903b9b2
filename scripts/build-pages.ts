/**
 * What browsers load of the pages, into `assets/` under the API function: a module for each page and language, the
 * icon. Names carry a hash of the content, so they are cached for ever; beside each file lie its compressed forms. The
 * styles stand in `pages.json`: each page carries them.
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { compile } from '@tailwindcss/node';
import { Scanner } from '@tailwindcss/oxide';
import { build, type Metafile, type Plugin } from 'esbuild';
import { transform } from 'lightningcss';
import { languages } from '../web/look.ts';

type Language = (typeof languages)[number];

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

const root = dirname(import.meta.dirname);
const styles = join(root, 'web/styles');
/** The oldest browsers that the pages are written for. */
const floor = { esbuild: ['chrome99', 'safari15.4'], css: { chrome: 99 << 16, safari: (15 << 16) | (4 << 8) } };

export async function buildPages(apiFolder: string): Promise<void> {
  const folder = join(apiFolder, 'assets');
  mkdirSync(folder, { recursive: true });
  const [chinese, english] = await Promise.all(languages.map((language) => buildScripts(folder, language)));
  const scripts = { 'zh-CN': chinese, en: english };
  const css = await buildStyles();
  const icon = write(folder, 'icon.svg', readFileSync(join(styles, 'icon.svg')));
  await Promise.all(globSync(`${folder}/*.{js,svg}`).map(compress));
  const picture = write(folder, 'icon.png', readFileSync(join(styles, 'icon.png')));
  writeFileSync(join(apiFolder, 'pages.json'), JSON.stringify({ css, icon, picture, scripts }));
}

/** @returns the scripts each page loads: its own module first, then what that imports */
async function buildScripts(outdir: string, language: Language): Promise<Record<string, string[]>> {
  const names = globSync('web/pages/*/page.tsx', { cwd: root }).map((file) => basename(dirname(file)));
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: `start:${name}`, out: name })),
    plugins: [starts, onlyIn(language)],
    outdir,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: floor.esbuild,
    minify: true,
    legalComments: 'none',
    // Chinese as it is written: escapes are twice as long, also compressed.
    charset: 'utf8',
    metafile: true,
  });
  return Object.fromEntries(names.map((name) => [name, loadedBy(metafile, `start:start:${name}`)]));
}

/** A page's module brings that page to life. */
const starts: Plugin = {
  name: 'start',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^start:/ }, ({ path }) => ({ path, namespace: 'start' }));
    onLoad({ filter: /.*/, namespace: 'start' }, ({ path }) => {
      const name = path.slice('start:'.length);
      const page = `${name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Page`;
      const contents = `import './web/kit.ts';
        import { start } from './web/client.tsx';
        import { ${page} } from './web/pages/${name}/page.tsx';
        start(${page});`;
      return { contents, loader: 'js', resolveDir: root };
    });
  },
};

/** Both names of a catalogue lead to the words of one language: a phone carries those that it shows. */
const onlyIn = (language: Language): Plugin => ({
  name: `only in ${language}`,
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(zh-CN|en)\/[\w-]+\.ts$/ }, ({ path, resolveDir }) => {
      return { path: join(resolveDir, language, basename(path)) };
    });
  },
});

function loadedBy({ outputs }: Metafile, entry: string): string[] {
  const first = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry)?.[0];
  if (!first) throw new Error(`No module was built for ${entry}`);
  const loaded = new Set([first]);
  // A set visits what is added while it is walked.
  for (const file of loaded) {
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') loaded.add(path);
  }
  return [...loaded].map((file) => `/assets/${basename(file)}`);
}

async function buildStyles(): Promise<string> {
  const compiler = await compile(readFileSync(join(styles, 'app.css'), 'utf8'), { base: styles, onDependency() {} });
  const scanner = new Scanner({ sources: compiler.sources });
  const code = Buffer.from(compiler.build(scanner.scan()));
  return transform({ filename: 'app.css', code, minify: true, targets: floor.css }).code.toString();
}

/** @returns the address of what was written */
function write(folder: string, name: string, content: Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
  const file = name.replace('.', `-${hash}.`);
  writeFileSync(join(folder, file), content);
  return `/assets/${file}`;
}

async function compress(file: string): Promise<void> {
  const content = readFileSync(file);
  writeFileSync(`${file}.br`, await brotli(content));
  writeFileSync(`${file}.gz`, await gzipped(content, { level: 9 }));
}
