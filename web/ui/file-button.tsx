import { Icon } from './icon.tsx';

interface FileButtonGiven {
  readonly label: string;
  /** Said instead where the label alone does not tell which of many. */
  readonly name?: string;
  readonly icon: string;
  readonly accept: string;
  /** Opens the rear camera on a phone instead of its files. */
  readonly camera?: boolean;
  readonly disabled?: boolean;
  readonly class?: string;
  onChoose(file: File): void;
}

/** A button that takes a file; the same file may be chosen again. */
export const FileButton = ({
  label,
  name,
  icon,
  accept,
  camera = false,
  disabled,
  class: extra = '',
  onChoose,
}: FileButtonGiven) => (
  <label
    class={`inline-flex items-center justify-center gap-2 min-h-12 px-5 rounded-xl font-bold whitespace-nowrap bg-card border border-line hover:bg-brand-soft focus-within:outline-3 focus-within:outline-brand ${
      disabled ? 'text-soft' : 'text-brand'
    } ${extra}`}
  >
    <Icon of={icon} class="size-5" />
    {label}
    <input
      type="file"
      aria-label={name}
      class="sr-only"
      accept={accept}
      capture={camera ? 'environment' : undefined}
      disabled={disabled}
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        currentTarget.value = '';
        if (file) onChoose(file);
      }}
    />
  </label>
);
