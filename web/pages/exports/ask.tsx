import { useState } from 'preact/hooks';
import type { BodyOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayOf } from '../../format.ts';
import type { Where } from '../../page.ts';
import type { Unit } from '../../school.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { ProofNote } from '../../ui/proof-note.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ExportsWords } from '../../words/exports.ts';

type Asked = BodyOf<'POST /api/exports'>;
interface AskGiven {
  readonly words: ExportsWords;
  readonly where: Where;
  readonly units: readonly Unit[];
  refresh(): Promise<void>;
}

/** Which list, of whom, of when. A code from the phone is asked for in the form where the last is old. */
export function AskForList({ words, where, units, refresh }: AskGiven) {
  const [list, setList] = useState<Asked['list']>('pupils');
  const today = dayOf(where.now);
  const asking = useAction(async (form: FormData) => {
    const period = list === 'pupils' ? {} : { from: fieldText(form, 'from'), to: fieldText(form, 'to') };
    const as = fieldText(form, 'as') as Asked['as'];
    await send('POST /api/exports', { body: { list, unit: fieldText(form, 'unit'), as, ...period } });
    await refresh();
  });
  return (
    <Card title={words.newTitle}>
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          asking.run(new FormData(event.currentTarget));
        }}
      >
        <SelectField
          label={words.list}
          name="list"
          hint={words.holds[list]}
          value={list}
          onChange={(event) => setList(event.currentTarget.value as Asked['list'])}
        >
          <Options of={words.lists} />
        </SelectField>
        <UnitField words={words} where={where} units={units} />
        {list !== 'pupils' && (
          <div class="grid gap-4 sm:grid-cols-2">
            <TextField label={words.from} name="from" type="date" value={`${today.slice(0, 7)}-01`} required />
            <TextField label={words.to} name="to" type="date" value={today} required />
          </div>
        )}
        <SelectField label={words.as} name="as">
          <Options of={words.kinds} />
        </SelectField>
        <ProofNote where={where} problem={asking.problem} />
        <Button type="submit" class="self-start" disabled={asking.isBusy}>
          {words.start}
        </Button>
      </form>
    </Card>
  );
}

const Options = ({ of }: { of: Readonly<Record<string, string>> }) => (
  <>
    {Object.entries(of).map(([value, text]) => (
      <option key={value} value={value}>
        {text}
      </option>
    ))}
  </>
);

/** The own unit first, and each of those below it. */
function UnitField({ words, where, units }: Pick<AskGiven, 'words' | 'where' | 'units'>) {
  const { unit = '', unitName = '' } = where.session?.post ?? {};
  const others = units.filter(({ id }) => id !== unit);
  return (
    <SelectField label={words.unit} name="unit">
      <option value={unit}>{others.length > 0 ? words.withBelow(unitName) : unitName}</option>
      {others.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
