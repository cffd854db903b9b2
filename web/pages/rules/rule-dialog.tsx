import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { dayText, numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { RulesWords } from '../../words/rules.ts';
import { type OwnRule, type Rule, rangeOfSchool } from './groups.ts';
import { valueText } from './rule-text.ts';

interface RuleGiven {
  readonly words: RulesWords;
  readonly look: Look;
  readonly rule: Rule;
  /** The school that sets a stricter value of its own; absent where the district sets its value. */
  readonly school?: { readonly unit: string; readonly own: OwnRule } | undefined;
  readonly today: string;
  onClose(): void;
  /** @param said what holds from when */
  onSaved(said: string): Promise<void>;
}

/** A new value and the first day it holds for: what was done before stays as it was. */
export function RuleDialog({ words, look, rule, school, today, onClose, onSaved }: RuleGiven) {
  const [value, setValue] = useState(String(school?.own.value ?? rule.value));
  const [from, setFrom] = useState(today);
  const { title, meaning } = words.textOf(rule);
  const number = (count: number) => numberText(count, look.language);
  const said = (count: number) => valueText(words, look.language, rule, count);
  const { min, max, hint } = school ? ofSchool(school.own) : ofDistrict();
  const save = useAction(async () => {
    const set = await sendRule(rule, school, { value: Number(value), from });
    await onSaved(words.saved(title, dayText(set.from, look.language), said(set.value)));
  });
  function ofDistrict() {
    const hint = `${words.range(number(rule.min), number(rule.max))} · ${words.standard(number(rule.default))}`;
    return { min: rule.min, max: rule.max, hint };
  }
  function ofSchool(own: OwnRule) {
    const { min, max, district } = rangeOfSchool(rule, own, from);
    return { min, max, hint: words.rangeOfSchool(number(min), number(max), number(district)) };
  }
  const heading = school ? words.setOwnOf(title) : words.changeOf(title);
  return (
    <FormDialog title={heading} labels={words} look={look} action={save} onClose={onClose}>
      <p>{meaning}</p>
      <TextField
        label={words.newValueIn(words.unitOf(rule.unit))}
        hint={hint}
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        step={1}
        value={value}
        onInput={(event) => setValue(event.currentTarget.value)}
        required
      />
      {Number(value) > 0 && <p class="text-soft">{said(Number(value))}</p>}
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

const sendRule = (
  { key }: Rule,
  school: RuleGiven['school'],
  said: { readonly value: number; readonly from: string },
): Promise<{ readonly value: number; readonly from: string }> =>
  school
    ? send('POST /api/schools/{school}/rules', {
        params: { school: school.unit },
        body: { key: school.own.key, ...said },
      })
    : send('POST /api/rules', { body: { key, ...said } });
