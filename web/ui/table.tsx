import type { ComponentChildren } from 'preact';

/** A table that scrolls in its own box where it is too wide. */
export const Table = ({ label, children }: { label: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse only a focused box can be scrolled.
  <section class="overflow-x-auto rounded-2xl border border-line bg-card" aria-label={label} tabIndex={0}>
    <table class="w-full text-left">{children}</table>
  </section>
);

interface CellGiven {
  readonly class?: string;
  readonly children?: ComponentChildren;
}

export const HeadCell = ({ class: extra = '', children }: CellGiven) => (
  <th scope="col" class={`px-3 py-3 text-sm font-normal text-soft whitespace-nowrap ${extra}`}>
    {children}
  </th>
);

export const Cell = ({ class: extra = '', children }: CellGiven) => (
  <td class={`px-3 py-2 border-t border-line ${extra}`}>{children}</td>
);
