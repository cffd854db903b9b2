/**
 * Bundles each file of functions/entries into dist/<name>/index.mjs, ready for Lambda: what CDK deploys is what tests
 * and `npm start` run. A lazy import becomes a chunk of its own.
 */
import { copyFileSync, existsSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type BuildOptions, type BuildResult, build } from 'esbuild';
import { buildPages } from './build-pages.ts';

export interface Bundle {
  readonly name: string;
  readonly folder: string;
  /** What a deployed function has loaded before its first answer. */
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

const root = dirname(import.meta.dirname);

/**
 * Custom `conditions` stay unset: any of them drops the implicit `module` and bundles the SDK's CommonJS (+140 kB).

 */
export const bundleOptions = {
  absWorkingDir: root,
  outExtension: { '.js': '.mjs' },
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  // Chinese as it is written: an escape takes twice the bytes.
  charset: 'utf8',
  sourcemap: 'external',
  define: { 'process.env.NODE_ENV': '"production"' },
  metafile: true,
} satisfies BuildOptions;

/** With which certificates are printed: of the nine weights of the package the two that are used. */
const fontPackage = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc');
const fonts = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf', 'LICENSE_FONT'];

/** Served by the API function beside its code. */
const apiDocs = ['swagger-ui.css', 'swagger-ui-bundle.js']
  .map((file) => join(root, 'node_modules/swagger-ui-dist', file))
  .concat(join(root, 'docs/api/openapi.json'));

export async function buildBundles({ outdir }: { outdir: string }): Promise<Bundle[]> {
  const entries = globSync('functions/entries/*.ts', { cwd: root }).sort();
  const folders = entries.map((entry) => join(outdir, basename(entry, '.ts')));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  copyApiDocs(join(outdir, 'api', 'docs'));
  copyFonts(join(outdir, 'documents', 'fonts'));
  const pages = buildPages(join(outdir, 'api'));
  const bundles = await Promise.all(entries.map((entry) => buildBundle(entry, outdir)));
  await pages;
  return bundles;
}

async function buildBundle(entry: string, outdir: string): Promise<Bundle> {
  const name = basename(entry, '.ts');
  const folder = join(outdir, name);
  const built = await build({ ...bundleOptions, entryPoints: { index: entry }, outdir: folder });
  return { name, folder, ...measure(built) };
}

/** A deployed function opens its tools as it loads: of these lazy imports it takes all but the embedded store. */
const toolsSource = 'functions/platform/open-tools.ts';
const neverDeployed = '/store/embedded/';

function measure({ metafile: { inputs, outputs } }: BuildResult<typeof bundleOptions>) {
  const opened = (inputs[toolsSource]?.imports ?? []).map(({ path }) => path);
  const scripts = Object.keys(outputs).filter((file) => file.endsWith('.mjs'));
  const first = scripts.filter((file) => {
    const source = outputs[file]?.entryPoint ?? '';
    return basename(file) === 'index.mjs' || (opened.includes(source) && !source.includes(neverDeployed));
  });
  const loaded = new Set(first);
  // A set visits what is added while it is walked.
  for (const file of loaded) {
    const needed = outputs[file]?.imports.filter(({ kind, path }) => kind === 'import-statement' && path in outputs);
    for (const { path } of needed ?? []) loaded.add(path);
  }
  const bytesOf = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0);
  return { loadedBytes: bytesOf(loaded), totalBytes: bytesOf(scripts) };
}

function copyApiDocs(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of apiDocs) {
    if (!existsSync(file)) throw new Error(`${relative(root, file)} is missing: give \`npm run openapi\` first.`);
    copyFileSync(file, join(folder, basename(file)));
  }
}

function copyFonts(folder: string): void {
  for (const file of fonts) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(fontPackage, file), join(folder, file));
  }
}

if (import.meta.main) {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(8)} kB`;
  for (const { name, loadedBytes, totalBytes } of await buildBundles({ outdir: join(root, 'dist') })) {
    console.log(`${name.padEnd(12)}${kilobytes(loadedBytes)} before the first answer${kilobytes(totalBytes)} in all`);
  }
}
