import type { ComponentChildren } from 'preact';

/** A box of a form that is read when the form is sent. */
export const Tick = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <label class="flex items-center gap-3 min-h-12">
    <input type="checkbox" name={name} class="size-6 shrink-0 m-3 accent-fill" />
    {children}
  </label>
);
