/** All functions of a deployment, each behind a gate of its own, which knows its role. */
import { type Behind, openGate } from './gate.ts';
import { type Hosted, hostFunction, type LogCount } from './host.ts';
import { Grants } from './rights.ts';
import type { DeployedFunction, Deployment } from './template.ts';

export type Invoke = <Answer>(functionName: string, event: unknown) => Promise<Answer>;

export interface Hosts {
  readonly invoke: Invoke;
  /** Rights that the functions' roles have and nobody needed. */
  unused(): string[];
  /** What was asked for and refused. */
  refused(): string[];
  readonly logs: LogCount;
  stop(): Promise<void>;
}

/** @param environment what every function's own environment adds */
export async function hostFunctions(
  { functions }: Deployment,
  behind: Behind,
  environment: Readonly<Record<string, string>>,
): Promise<Hosts> {
  const logs: LogCount = { lines: 0, unreadable: 0, metrics: 0, faults: 0 };
  const start = async (made: DeployedFunction) => {
    const grants = new Grants(made.statements);
    const gate = await openGate(grants, behind);
    const hosted = await hostFunction(made, { ...environment, AWS_ENDPOINT_URL: gate.url, TZ: 'UTC' }, logs);
    return { name: made.name, grants, gate, hosted };
  };
  const started = await Promise.all([...functions.values()].map(start));
  const hostedNamed = (wanted: string): Hosted => {
    const found = started.find(({ name }) => name === wanted);
    if (!found) throw new Error(`The template calls ${wanted}, which it does not define`);
    return found.hosted;
  };
  return {
    invoke: (name, event) => hostedNamed(name).invoke(event),
    unused: () => started.flatMap(({ name, grants }) => grants.unused().map((right) => `${name}: ${right}`)),
    refused: () => started.flatMap(({ name, grants }) => [...grants.refused].map((right) => `${name}: ${right}`)),
    logs,
    async stop() {
      await Promise.all(started.map(({ hosted }) => hosted.stop()));
      for (const { gate } of started) gate.close();
    },
  };
}
