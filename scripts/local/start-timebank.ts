import { type LocalServer, type ServerOptions, startServer } from './server.ts';

/** The time bank on this machine: on the embedded store, or with `TIMEBANK_STORE=dynamodb` in its deployed shape. */
export async function startTimebank(options: ServerOptions): Promise<LocalServer> {
  if (process.env.TIMEBANK_STORE !== 'dynamodb') return startServer(options);
  // Needs the packages for development and Java: loaded when asked for.
  const { startDeployed } = await import('../deployed/runner.ts');
  return startDeployed(options);
}
