import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { dayText, numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { RulesWords } from '../../words/rules.ts';
import type { Rule } from './groups.ts';
import { valueText } from './rule-text.ts';

interface RuleGiven {
  readonly words: RulesWords;
  readonly look: Look;
  readonly rule: Rule;
  readonly today: string;
  onClose(): void;
  /** @param said what holds from when */
  onSaved(said: string): Promise<void>;
}

/** A new value and the first day it holds for: what was done before stays as it was. */
export function RuleDialog({ words, look, rule, today, onClose, onSaved }: RuleGiven) {
  const [value, setValue] = useState(String(rule.value));
  const [from, setFrom] = useState(today);
  const { title, meaning } = words.textOf(rule);
  const number = (count: number) => numberText(count, look.language);
  const save = useAction(async () => {
    const set = await send('POST /api/rules', { body: { key: rule.key, value: Number(value), from } });
    const said = valueText(words, look.language, rule, set.value);
    await onSaved(words.saved(title, dayText(set.from, look.language), said));
  });
  return (
    <FormDialog title={words.changeOf(title)} labels={words} look={look} action={save} onClose={onClose}>
      <p>{meaning}</p>
      <TextField
        label={words.newValueIn(words.unitOf(rule.unit))}
        hint={`${words.range(number(rule.min), number(rule.max))} · ${words.standard(number(rule.default))}`}
        type="number"
        inputMode="numeric"
        min={rule.min}
        max={rule.max}
        step={1}
        value={value}
        onInput={(event) => setValue(event.currentTarget.value)}
        required
      />
      {Number(value) > 0 && <p class="text-soft">{valueText(words, look.language, rule, Number(value))}</p>}
      <TextField
        label={words.startDay}
        hint={words.startHint}
        type="date"
        min={today}
        value={from}
        onInput={(event) => setFrom(event.currentTarget.value)}
        required
      />
    </FormDialog>
  );
}
