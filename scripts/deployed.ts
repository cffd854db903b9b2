/**
 * `npm run deployed [-- --walkthrough]`: serves the synthesized template on this machine, as `TIMEBANK_STORE=dynamodb
 * npm start` does, or plays the walkthrough on it.
 */
if (process.argv.includes('--walkthrough')) {
  process.argv.push('--store', 'dynamodb');
  process.argv.splice(process.argv.indexOf('--walkthrough'), 1);
  await import('./walkthrough.ts');
} else {
  process.env.TIMEBANK_STORE = 'dynamodb';
  await import('./start.ts');
}
