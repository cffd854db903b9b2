import type { ComponentChildren, TargetedEvent } from 'preact';
import { useId } from 'preact/hooks';

const shape = 'w-full min-h-12 px-3 rounded-xl border border-control';
export const controlClass = `${shape} bg-card text-ink placeholder:text-soft aria-[invalid]:border-danger`;

interface Around {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
}

interface Labelled extends Around {
  readonly children: (control: { id: string; describedBy: string | undefined }) => ComponentChildren;
}

/** A control with its name above, and what helps or went wrong below. */
export function Labelled({ label, hint, error, children }: Labelled) {
  const id = useId();
  const describedBy = hint || error ? `${id}-note` : undefined;
  return (
    <div class="flex flex-col gap-1">
      <label for={id} class="font-bold">
        {label}
      </label>
      {children({ id, describedBy })}
      {describedBy && (
        <p id={describedBy} class={`text-sm ${error ? 'text-danger' : 'text-soft'}`}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

interface Control<Element extends EventTarget> extends Around {
  readonly name?: string;
  readonly value?: string | number;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly onChange?: (event: TargetedEvent<Element>) => void;
}
interface Input extends Control<HTMLInputElement> {
  readonly type?: 'text' | 'password' | 'search' | 'number' | 'date' | 'time' | 'tel';
  readonly inputMode?: 'numeric' | 'text';
  readonly autocomplete?: string;
  readonly autocapitalize?: 'none' | 'characters';
  readonly pattern?: string;
  readonly placeholder?: string;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly step?: number;
  readonly maxLength?: number;
  readonly onInput?: (event: TargetedEvent<HTMLInputElement>) => void;
}

/** Without a handler a value is where typing begins: rendering again does not take back what was typed. */
const beginning = ({ value, ...input }: Omit<Input, keyof Around>): object =>
  input.onInput || input.onChange ? { value, ...input } : { defaultValue: value, ...input };

/** The types of `input` differ by kind, and `Input` is what all of these have. */
export const TextField = ({ label, hint, error, ...input }: Input) => (
  <Labelled label={label} hint={hint} error={error}>
    {({ id, describedBy }) => (
      <input
        {...beginning(input)}
        id={id}
        class={controlClass}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      />
    )}
  </Labelled>
);

interface Text extends Control<HTMLTextAreaElement> {
  readonly defaultValue?: string;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly onInput?: (event: TargetedEvent<HTMLTextAreaElement>) => void;
}

export const TextArea = ({ label, hint, error, ...text }: Text) => (
  <Labelled label={label} hint={hint} error={error}>
    {({ id, describedBy }) => (
      <textarea
        {...text}
        id={id}
        class={`${controlClass} py-3`}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      />
    )}
  </Labelled>
);

interface Select extends Control<HTMLSelectElement> {
  readonly children: ComponentChildren;
}

export const SelectField = ({ label, hint, error, children, ...select }: Select) => (
  <Labelled label={label} hint={hint} error={error}>
    {({ id, describedBy }) => (
      <select {...select} id={id} class={controlClass} aria-describedby={describedBy}>
        {children}
      </select>
    )}
  </Labelled>
);
