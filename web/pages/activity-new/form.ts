/** What the form says, as the API takes it. */
import type { BodyOf } from '../../api/read.ts';
import { fieldText } from '../../ui/form-dialog.tsx';

type Body = BodyOf<'POST /api/activities'>;
export const rolesMax = 6;
const at = (day: string, clock: string) => new Date(`${day}T${clock}:00+08:00`).toISOString();

export function bodyOf(form: FormData, isDuty: boolean): Body {
  const text = (name: string) => fieldText(form, name);
  const number = (name: string) => (text(name) === '' ? undefined : Number(text(name)));
  const roles = Array.from({ length: rolesMax }, (_, role) => ({
    name: text(`role${role}`),
    places: Number(text(`places${role}`) || 1),
  })).filter(({ name }) => name !== '');
  const grades = form.getAll('grades').map(Number);
  const qualifications = text('qualifications').split(/\s+/).filter(Boolean);
  return {
    name: text('name'),
    place: text('place'),
    content: text('content'),
    category: text('category') as Body['category'],
    risk: text('risk'),
    contact: text('contact'),
    riskLevel: Number(text('riskLevel')),
    insurance: text('insurance') || undefined,
    preparationMinutes: number('preparationMinutes'),
    roles,
    conditions: {
      ageMin: number('ageMin'),
      ageMax: number('ageMax'),
      grades: grades.length > 0 ? grades : undefined,
      qualifications: qualifications.length > 0 ? qualifications : undefined,
    },
    accompanied: form.get('accompanied') === 'on',
    audience: text('audience') as Body['audience'],
    ...(isDuty ? { duty: dutyOf(form) } : { shifts: [shiftOf(form)] }),
  };
}

const shiftOf = (form: FormData) => {
  const day = fieldText(form, 'day');
  return { from: at(day, fieldText(form, 'from0')), to: at(day, fieldText(form, 'to0')) };
};

const dutyOf = (form: FormData) => ({
  weekdays: form.getAll('weekdays').map(Number),
  spans: [0, 1]
    .map((row) => ({ from: fieldText(form, `from${row}`), to: fieldText(form, `to${row}`) }))
    .filter(({ from, to }) => from !== '' && to !== ''),
  first: fieldText(form, 'first'),
  last: fieldText(form, 'last'),
  schoolDays: form.get('schoolDays') === 'on',
});
