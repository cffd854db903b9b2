import { useEffect, useState } from 'preact/hooks';
import type { ProblemSaid } from '../api/problem.ts';
import { type Asked, pathOf, type ReadName, searchOf } from '../api/read.ts';
import { fetchRead } from '../api/send.ts';
import type { Look } from '../look.ts';
import { Button, LinkButton } from './button.tsx';
import { ProblemNote } from './notice.tsx';
import { useAction } from './use-action.ts';

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}
export interface Pages<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
  readonly isBusy: boolean;
  readonly problem: ProblemSaid | undefined;
  load(): void;
  /** What the list is narrowed to, beside the page. */
  readonly query: Asked['query'];
}

/**
 * A list that grows by a page at a time; it begins anew when its first page is read again.
 * @param name the list's route, of which `first` is the first page under `query`
 */
export function usePages<Item>(name: ReadName, first: PageOf<Item>, query: Asked['query'] = {}): Pages<Item> {
  const [later, setLater] = useState<readonly PageOf<Item>[]>([]);
  useEffect(() => setLater([]), [first]);
  const { next } = later.at(-1) ?? first;
  const { isBusy, problem, run } = useAction(async () => {
    const page: unknown = await fetchRead(pathOf(name, { query: { ...query, cursor: next } }));
    setLater([...later, page as PageOf<Item>]);
  });
  return { items: [first, ...later].flatMap(({ items }) => items), next, isBusy, problem, load: run, query };
}

interface MoreGiven {
  readonly pages: Pages<unknown>;
  readonly label: string;
  readonly look: Look;
}

/** Shows the next page below this one. Without script it is a link to a page that begins there. */
export function More({ pages: { next, isBusy, problem, load, query }, label, look }: MoreGiven) {
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  if (next === undefined) return null;
  return (
    <div class="mt-4 flex flex-col gap-3">
      {problem && <ProblemNote problem={problem} look={look} />}
      {isAlive ? (
        <Button kind="quiet" wide disabled={isBusy} onClick={load}>
          {label}
        </Button>
      ) : (
        <LinkButton kind="quiet" wide href={searchOf({ ...query, cursor: next })}>
          {label}
        </LinkButton>
      )}
    </div>
  );
}
