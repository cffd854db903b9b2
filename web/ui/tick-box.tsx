import type { ComponentChildren } from 'preact';

interface TickBoxGiven {
  /** Said where nothing is written beside the box. */
  readonly label?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  onChange(isChecked: boolean): void;
  readonly children?: ComponentChildren;
}

/** A box to tick, with a finger's room around it; what stands beside it belongs to it. */
export const TickBox = ({ label, checked, disabled, onChange, children }: TickBoxGiven) => (
  <label class="flex items-center gap-3 min-h-12 min-w-12">
    <input
      type="checkbox"
      class="size-6 shrink-0 m-3 accent-fill"
      aria-label={label}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    {children}
  </label>
);
