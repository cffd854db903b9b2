/** What the local server stands on: the embedded store's file. */
import { readConfig } from '../../functions/platform/config.ts';
import { openEmbedded } from '../../functions/platform/store/embedded/open-embedded.ts';
import { documentsFeed, embeddedFeed } from './embedded-feed.ts';
import type { Feed } from './feed.ts';
import { sweepFiles } from './sweep-files.ts';

export interface Backing {
  /** What the bundles' configuration reads. */
  readonly environment: Readonly<Record<string, string>>;
  readonly feed: Feed;
  /** The jobs that ask for a file; opened when all that the tables begin with is there. */
  openDocuments(): Feed;
  /** Forgets what has expired by `now`, changes told more than a day ago, and files whose days are over. */
  tidy(now: number): Promise<void>;
  close(): void;
}

export function openBacking(dataDir: string): Backing {
  const embedded = openEmbedded(dataDir);
  const environment = { DATA_DIR: dataDir, TIMEBANK_STORE: 'embedded' };
  const { files } = readConfig({ ...process.env, ...environment });
  return {
    environment,
    feed: embeddedFeed(embedded),
    openDocuments: () => documentsFeed(embedded),
    async tidy(now) {
      embedded.sweepExpired(now);
      // By the machine's own clock, which is the one that changes and files are dated by.
      embedded.trimChanges(Date.now());
      if ('folder' in files) await sweepFiles(files.folder, Date.now());
    },
    close: () => embedded.close(),
  };
}
