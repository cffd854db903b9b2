import { useState } from 'preact/hooks';
import { skills } from '../../../shared/rules/service-menu.ts';
import { newKey, send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ServiceMenuWords } from '../../words/service-menu.ts';
import type { Kind } from './shown.ts';

interface KindGiven {
  readonly words: ServiceMenuWords;
  readonly look: Look;
  /** None for a new one. */
  readonly known: Kind | undefined;
  onSaved(title: string): Promise<void>;
  onClose(): void;
}

const usual = { minutes: 60, days: 7, riskLevel: 0, skill: 'company', homeVisit: true, mayBeUrgent: false, open: true };
const letters = 'abcdefghijklmnop';
const nameLength = 12;
/** Nobody reads the name of a kind that was added here: it only has to be its own. */
const newName = () =>
  [...newKey().replaceAll('-', '')]
    .slice(0, nameLength)
    .map((digit) => letters[Number.parseInt(digit, 16)])
    .join('');

export function KindDialog({ words, look, known, onSaved, onClose }: KindGiven) {
  const [kind] = useState(() => known?.kind ?? newName());
  const begun = known ?? usual;
  const [homeVisit, setHomeVisit] = useState(begun.homeVisit);
  const [mayBeUrgent, setUrgent] = useState(begun.mayBeUrgent);
  const [open, setOpen] = useState(begun.open);
  const save = useAction(async (form: FormData) => {
    const number = (name: string) => Number(fieldText(form, name));
    const body = {
      title: fieldText(form, 'title'),
      minutes: number('minutes'),
      days: number('days'),
      riskLevel: number('riskLevel'),
      skill: fieldText(form, 'skill') as Kind['skill'],
      homeVisit,
      mayBeUrgent,
      open,
    };
    await send('PUT /api/service-menu/{kind}', { params: { kind }, body });
    await onSaved(body.title);
  });
  const title = known ? words.changeOf(known.title) : words.addTitle;
  return (
    <FormDialog title={title} labels={words} look={look} action={save} onClose={onClose}>
      <TextField label={words.name} hint={words.nameHint} name="title" value={known?.title} maxLength={20} required />
      <div class="grid gap-4 sm:grid-cols-2">
        <TextField
          label={words.minutes}
          name="minutes"
          type="number"
          min={15}
          max={480}
          value={begun.minutes}
          required
        />
        <TextField label={words.days} name="days" type="number" min={1} max={15} value={begun.days} required />
      </div>
      <SelectField label={words.skill} name="skill">
        {skills.map((skill) => (
          <option key={skill} value={skill} selected={skill === begun.skill}>
            {words.skills[skill]}
          </option>
        ))}
      </SelectField>
      <SelectField label={words.risk} name="riskLevel">
        {words.risks.map((text, level) => (
          <option key={text} value={level} selected={level === begun.riskLevel}>
            {text}
          </option>
        ))}
      </SelectField>
      <div>
        <TickBox checked={homeVisit} onChange={setHomeVisit}>
          {words.homeVisit}
        </TickBox>
        <TickBox checked={mayBeUrgent} onChange={setUrgent}>
          {words.mayBeUrgent}
        </TickBox>
        <TickBox checked={open} onChange={setOpen}>
          {words.open}
        </TickBox>
      </div>
    </FormDialog>
  );
}
