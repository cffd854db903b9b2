/** What the order form says, as the API takes it. */
import { needPhrases } from '../../../shared/rules/service-menu.ts';
import type { BodyOf } from '../../api/read.ts';
import { fieldText } from '../../ui/form-dialog.tsx';

type Body = BodyOf<'POST /api/orders'>;

/** A day and a time of day in Shanghai. */
export const instantOf = (day: string, time: string): string => `${day}T${time}:00+08:00`;

export function readForm(form: FormData): Body {
  const text = (name: string) => fieldText(form, name);
  const day = text('day');
  const name = text('name');
  return {
    kind: text('kind'),
    from: instantOf(day, text('from')),
    to: instantOf(day, text('to')),
    urgent: form.has('urgent'),
    phrases: needPhrases.filter((phrase) => form.has(phrase)),
    need: text('need') || undefined,
    risk: text('risk'),
    unit: text('unit') || undefined,
    channel: (text('channel') || 'phone') as Body['channel'],
    spot: form.has('latitude')
      ? { latitude: Number(text('latitude')), longitude: Number(text('longitude')) }
      : undefined,
    contact: name === '' ? undefined : { name, phone: text('phone'), address: text('address') },
  };
}
