import type { ComponentChildren } from 'preact';
import { Button, LinkButton } from './button.tsx';

interface FilterGiven {
  readonly label: string;
  readonly submit: string;
  readonly children: ComponentChildren;
}

/** Chooses what a list shows: the choice is the page's address, so it works without script and can be kept. */
export const Filter = ({ label, submit, children }: FilterGiven) => (
  <form method="get" aria-label={label} class="flex flex-wrap items-end gap-3 mb-4 print:hidden">
    {children}
    <Button type="submit" kind="quiet">
      {submit}
    </Button>
  </form>
);

interface TurnGiven {
  readonly path: string;
  /** The page's own query, which the next page keeps. */
  readonly query: Readonly<Record<string, string>>;
  readonly next: string | undefined;
  readonly labels: { readonly firstPage: string; readonly nextPage: string };
}

/** Leads to the next page of a list, and back to the first. */
export function Turn({ path, query, next, labels }: TurnGiven) {
  const { cursor, ...kept } = query;
  const to = (more: Readonly<Record<string, string>>) => `${path}?${new URLSearchParams({ ...kept, ...more })}`;
  if (!cursor && !next) return null;
  return (
    <div class="flex justify-end flex-wrap gap-2 mt-4 print:hidden">
      {cursor && (
        <LinkButton kind="quiet" href={to({})}>
          {labels.firstPage}
        </LinkButton>
      )}
      {next && (
        <LinkButton kind="quiet" href={to({ cursor: next })}>
          {labels.nextPage}
        </LinkButton>
      )}
    </div>
  );
}
