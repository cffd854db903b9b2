/** What is registered: a training, an award, or a skill that activities may ask for. */
import type { BodyOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayOf } from '../../format.ts';
import { Card } from '../../ui/card.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import type { MeritWords } from '../../words/merits.ts';
import type { RowResult } from '../shift/left-out.tsx';

const kinds = ['training', 'award', 'skill'] as const;
export type Kind = (typeof kinds)[number];
/** A skill is asked for by its name, so that is short. */
const nameCharactersMax = { training: 60, award: 60, skill: 20 } as const;

interface FieldsGiven {
  readonly words: MeritWords;
  readonly now: number;
  readonly kind: Kind;
  onKind(kind: Kind): void;
}

export const Fields = ({ words, now, kind, onKind }: FieldsGiven) => (
  <Card>
    <div class="grid gap-4 md:grid-cols-2">
      <SelectField
        label={words.kind}
        onChange={({ currentTarget: { value } }) => onKind(kinds.find((one) => one === value) ?? 'training')}
      >
        {kinds.map((one) => (
          <option key={one} value={one} selected={one === kind}>
            {words.kinds[one]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={words.name}
        hint={kind === 'skill' ? words.skillHint : words.nameHint}
        name="name"
        maxLength={nameCharactersMax[kind]}
        required
      />
      {kind !== 'skill' && <TextField label={words.organiser} name="organiser" maxLength={60} required />}
      {kind !== 'skill' && (
        <TextField label={words.day} name="day" type="date" value={dayOf(now)} max={dayOf(now)} required />
      )}
      {kind === 'training' && <TextField label={words.content} name="content" maxLength={300} required />}
      {kind === 'training' && (
        <TextField label={words.minutes} name="minutes" type="number" min={1} max={6000} value={60} required />
      )}
    </div>
  </Card>
);

/** @throws Refused */
export async function register(form: FormData, kind: Kind, chosen: readonly string[]): Promise<readonly RowResult[]> {
  const name = fieldText(form, 'name');
  const volunteers = [...chosen];
  const { items } =
    kind === 'skill'
      ? await send('POST /api/qualifications', { body: { name, volunteers } })
      : await send('POST /api/merits', { body: meritIn(form, kind, volunteers) });
  return items;
}

function meritIn(form: FormData, kind: 'training' | 'award', volunteers: string[]): BodyOf<'POST /api/merits'> {
  const text = (field: string) => fieldText(form, field);
  const shared = { name: text('name'), organiser: text('organiser'), day: text('day'), volunteers };
  if (kind === 'award') return { kind, ...shared };
  return { kind, ...shared, content: text('content'), minutes: Number(text('minutes')) };
}
