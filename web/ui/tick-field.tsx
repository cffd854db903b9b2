import type { ComponentChildren } from 'preact';

interface TickFieldGiven {
  readonly name: string;
  readonly value?: number | string;
  /** At first. */
  readonly ticked?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A box to tick in a form, which reads it by its name when it is sent. */
export const TickField = ({ name, value, ticked, children }: TickFieldGiven) => (
  <label class="flex items-center gap-3 min-h-12">
    <input type="checkbox" name={name} value={value} class="size-6 accent-fill" defaultChecked={ticked} />
    {children}
  </label>
);
