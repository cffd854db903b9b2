/**
 * `npm run deployed [-- --walkthrough]`: serves the synthesized template on this machine, every function held to its
 * role, or plays the walkthrough on it. What makes its weather (scripts/start.ts) goes with either.
 */
process.env.TIMEBANK_STORE = 'dynamodb';
const at = process.argv.indexOf('--walkthrough');
if (at > 0) {
  process.argv.splice(at, 1, '--store', 'dynamodb');
  await import('./walkthrough.ts');
} else {
  await import('./start.ts');
}
