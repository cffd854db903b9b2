/**
 * Where uploaded bytes live: a folder on a laptop or single server, a bucket on AWS. Paths are ours, never the asker's.
 */
export interface Files {
  put(path: string, bytes: Uint8Array): Promise<void>;
  /** @returns undefined when nothing was put there */
  get(path: string): Promise<Uint8Array | undefined>;
}
