/** `npm run cost`: plays the founding story, counts what it would cost on AWS, and writes docs/cost.md. */
import { writeFileSync } from 'node:fs';
import { measure } from './cost/measure.ts';
import { operationsOf } from './cost/model.ts';
import { costSheet } from './cost/sheet.ts';

// The story's log would drown what is said here.
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
const sheet = await measure();
process.stdout.write = write;
writeFileSync('docs/cost.md', costSheet(operationsOf(sheet), sheet));
process.stdout.write('docs/cost.md is written.\n');
