/** What the local server stands on: the embedded store's file. */
import { openEmbedded } from '../../functions/platform/store/embedded/open-embedded.ts';
import { embeddedFeed } from './embedded-feed.ts';
import type { Feed } from './streams.ts';

export interface Backing {
  /** What the bundles' configuration reads. */
  readonly environment: Readonly<Record<string, string>>;
  readonly feed: Feed;
  /** Forgets what has expired by `now`, and changes told more than a day ago. */
  tidy(now: number): void;
  close(): void;
}

export function openBacking(dataDir: string): Backing {
  const embedded = openEmbedded(dataDir);
  return {
    environment: { DATA_DIR: dataDir, TIMEBANK_STORE: 'embedded' },
    feed: embeddedFeed(embedded),
    tidy(now) {
      embedded.sweepExpired(now);
      // By the machine's own clock, which is the one the changes were noted by.
      embedded.trimChanges(Date.now());
    },
    close: () => embedded.close(),
  };
}
