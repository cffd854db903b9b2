/** Changes the map: an item, its places in the indexes and the record in the stream in one commit. */
import type { Edit, OrderedMap, Transition } from './ordered-map.ts';
import { editOfTable, editsOfIndexes, isStreamed } from './transition.ts';

export interface Committer {
  /** Only inside the map's `atomically`. */
  commit(transitions: readonly Transition[]): void;
  /** Brings the indexes to where their lag lets them be at this moment. */
  catchUpIndexes(): void;
}

/**
 * @param indexLag how many commits the indexes are behind at this moment, as DynamoDB's indexes follow their tables.
 * What is held back is lost with the process: lag is for tests.
 */
export function makeCommitter(map: OrderedMap, now: () => number, indexLag: () => number): Committer {
  const held: (readonly Edit[])[] = [];
  const due = () => held.splice(0, Math.max(0, held.length - indexLag())).flat();
  return {
    commit(transitions) {
      held.push(transitions.flatMap(editsOfIndexes));
      map.write(transitions.map(editOfTable));
      map.write(due());
      map.log(now(), transitions.filter(isStreamed));
    },
    catchUpIndexes() {
      const edits = due();
      if (edits.length > 0) map.atomically(() => map.write(edits));
    },
  };
}
