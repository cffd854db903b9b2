import { TextField } from '../../ui/field.tsx';
import type { LeaderWords } from '../../words/leader.ts';
import type { Span } from './form.ts';

interface FieldsGiven {
  readonly words: LeaderWords;
  readonly span: Span;
  readonly error?: string;
  onChange(span: Span): void;
}

export const SpanFields = ({ words, span, error, onChange }: FieldsGiven) => (
  <div class="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-3">
    <TextField
      label={words.from}
      type="time"
      value={span.from}
      onInput={({ currentTarget }) => onChange({ ...span, from: currentTarget.value })}
      required
    />
    <TextField
      label={words.to}
      type="time"
      value={span.to}
      error={error}
      onInput={({ currentTarget }) => onChange({ ...span, to: currentTarget.value })}
      required
    />
  </div>
);
