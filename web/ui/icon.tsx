/** Decoration beside words: what it means is always said in words too. `of` is a path of `icons.ts`. */
export const Icon = ({ of, class: classes = 'size-6' }: { of: string; class?: string }) => (
  <svg
    class={`shrink-0 ${classes}`}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={of} />
  </svg>
);
