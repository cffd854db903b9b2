/** What a function that never prints does not carry: the library that draws PDFs, fonts and all. */
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { bundleOptions } from '../../scripts/build.ts';

/** @returns whether the bundle of an entry holds the library, in whichever chunk */
async function printsPdf(entry: string): Promise<boolean> {
  const entryPoints = { index: `functions/entries/${entry}.ts` };
  const { metafile } = await build({ ...bundleOptions, entryPoints, outdir: 'dist/measured', write: false });
  return Object.keys(metafile.inputs).some((path) => path.startsWith('node_modules/pdfkit/'));
}

test.each(['api', 'archive', 'clock', 'projections'])('%s carries nothing that draws PDFs', async (entry) => {
  expect(await printsPdf(entry)).toBe(false);
});

test('documents does', async () => {
  expect(await printsPdf('documents')).toBe(true);
});
