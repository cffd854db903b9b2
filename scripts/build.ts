/**
 * Bundles each file of functions/entries into dist/<name>/index.mjs, ready for Lambda: the code CDK deploys is the code
 * that tests and `npm start` run. What is imported lazily lands in chunks of its own.
 */
import { copyFileSync, existsSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import * as esbuild from 'esbuild';

export interface Bundle {
  readonly name: string;
  readonly folder: string;
  /** Bytes of the entry and all it imports statically: what loads before the first answer. */
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

const root = dirname(import.meta.dirname);
const swaggerFolder = join(root, 'node_modules', 'swagger-ui-dist');
/** What the API function serves beside its code. */
const apiDocs = [
  join(swaggerFolder, 'swagger-ui.css'),
  join(swaggerFolder, 'swagger-ui-bundle.js'),
  join(root, 'docs', 'api', 'openapi.json'),
];

/** @param watch is told of each later rebuild; the process then stays alive */
export async function buildBundles(to: { outdir: string; watch?: (bundle: Bundle) => void }): Promise<Bundle[]> {
  const entries = globSync('functions/entries/*.ts', { cwd: root }).sort();
  const bundles = await Promise.all(entries.map((entry) => buildBundle(entry, to.outdir, to.watch)));
  copyApiDocs(join(to.outdir, 'api', 'docs'));
  return bundles;
}

async function buildBundle(entry: string, outdir: string, watch?: (bundle: Bundle) => void): Promise<Bundle> {
  const name = basename(entry, '.ts');
  const folder = join(outdir, name);
  rmSync(folder, { recursive: true, force: true });
  const options = optionsFor(entry, folder);
  const bundle = measure(name, folder, await esbuild.build(options));
  if (watch) await keepBuilding(options, (result) => watch(measure(name, folder, result)));
  return bundle;
}

type Options = esbuild.BuildOptions & { readonly metafile: true };

/** Custom `conditions` are left alone: any would drop the implicit `module` and bundle the SDK's CommonJS (+140 kB). */
function optionsFor(entry: string, folder: string): Options {
  return {
    absWorkingDir: root,
    entryPoints: { index: entry },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    // Without names a fault is logged as an error of class `e`.
    keepNames: true,
    legalComments: 'none',
    sourcemap: 'external',
    define: { 'process.env.NODE_ENV': '"production"' },
    metafile: true,
    logLevel: 'error',
  };
}

type Built = esbuild.BuildResult<Options>;

async function keepBuilding(options: Options, onRebuilt: (result: Built) => void): Promise<void> {
  const report: esbuild.Plugin = {
    name: 'report',
    setup: ({ onEnd }) =>
      onEnd((result) => {
        if (result.metafile) onRebuilt(result as Built);
      }),
  };
  const context = await esbuild.context({ ...options, plugins: [report] });
  await context.watch();
}

function measure(name: string, folder: string, { metafile }: Built): Bundle {
  const { outputs } = metafile;
  const scripts = Object.keys(outputs).filter((file) => file.endsWith('.mjs'));
  const bytesOf = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0);
  const loaded = new Set<string>(scripts.filter((file) => basename(file) === 'index.mjs'));
  for (const file of loaded) {
    for (const { path, kind } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && path in outputs) loaded.add(path);
    }
  }
  return { name, folder, loadedBytes: bytesOf(loaded), totalBytes: bytesOf(scripts) };
}

function copyApiDocs(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of apiDocs) {
    if (!existsSync(file)) throw new Error(`${relative(root, file)} is missing: give \`npm run openapi\` first.`);
    copyFileSync(file, join(folder, basename(file)));
  }
}

if (import.meta.main) {
  const bundles = await buildBundles({ outdir: join(root, 'dist') });
  const inKilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  console.table(
    Object.fromEntries(
      bundles.map(({ name, loadedBytes, totalBytes }) => [
        name,
        { 'before the first answer, kB': inKilobytes(loadedBytes), 'in all, kB': inKilobytes(totalBytes) },
      ]),
    ),
  );
}
