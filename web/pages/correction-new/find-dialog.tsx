/** Says of a record that was taken back that it was made up on purpose, and by whom; another person decides. */
import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { SelectField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import type { ChangesWords } from '../../words/changes.ts';
import { AskWhy } from '../corrections/ask-why.tsx';

interface FindGiven {
  readonly record: AnswerOf<'GET /api/shifts/{shift}'>['records'][number];
  readonly words: ChangesWords;
  readonly look: Look;
  onSent(): void;
}

const responsible = ['volunteer', 'recorder'] as const;

export function FindDialog({ record: { shift, volunteer, name }, words, look, onSent }: FindGiven) {
  const propose = async (form: FormData) => {
    const about = fieldText(form, 'about') === 'recorder' ? ('recorder' as const) : ('volunteer' as const);
    await send('POST /api/findings', { body: { shift, volunteer, about, reason: fieldText(form, 'reason') } });
    onSent();
  };
  return (
    <AskWhy
      label={words.findFraud}
      title={words.findFraudOf(name)}
      save={words.findFraudSend}
      words={words}
      look={look}
      send={propose}
    >
      <p class="text-soft">{words.findFraudText}</p>
      <SelectField label={words.responsible} name="about">
        {responsible.map((one) => (
          <option key={one} value={one}>
            {words.responsibles[one]}
          </option>
        ))}
      </SelectField>
    </AskWhy>
  );
}
