/**
 * Where uploaded bytes live: a folder on a laptop or single server, a bucket on AWS. Paths are ours, never the asker's.
 */
export interface Files {
  put(path: string, bytes: Uint8Array): Promise<void>;
  /** @returns undefined when nothing was put there */
  get(path: string): Promise<Uint8Array | undefined>;
  /** An address at which anybody can fetch the file until then; absent where files are not kept behind one. */
  link?(path: string, fetched: Fetched): Promise<string>;
}

/** How a file arrives at whoever follows a link to it. */
export interface Fetched {
  /** What the file is called there. */
  readonly name: string;
  readonly type: string;
  /** From when until when the link is good, epoch milliseconds. */
  readonly now: number;
  readonly until: number;
}
