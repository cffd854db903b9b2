import type { Tools } from '../../functions/platform/tools.ts';
import type { Client } from './client.ts';

/** What the demo's story needs of the time bank around it. */
export interface DemoStage {
  readonly tools: Tools;
  now: number;
  client(): Client;
  settle(): Promise<void>;
  tick(): Promise<unknown>;
}
