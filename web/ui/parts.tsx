/** Short facts in a row; where it is narrow a fact goes to the next line as a whole. Empty ones are left out. */
export const Parts = ({ of, class: extra = '' }: { of: readonly (string | undefined | false)[]; class?: string }) => (
  <span class={`flex flex-wrap gap-x-3 ${extra}`}>
    {of.filter(Boolean).map((part) => (
      <span key={part}>{part}</span>
    ))}
  </span>
);
