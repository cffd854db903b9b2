import type { Edit } from './ordered-map.ts';

/**
 * Holds the edits of indexes back until enough commits have followed, as DynamoDB's indexes follow their tables.
 * What is held is lost with the process: lag is for tests.
 * @param lag how many commits the indexes are behind at this moment
 */
export function laggingIndexes(lag: () => number) {
  const held: (readonly Edit[])[] = [];
  /** The edits whose time has come. */
  const due = () => held.splice(0, Math.max(0, held.length - lag())).flat();
  return {
    due,
    dueAfter(commit: readonly Edit[]): Edit[] {
      held.push(commit);
      return due();
    },
  };
}
