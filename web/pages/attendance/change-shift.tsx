/** Another time, place or number of places for this shift alone; only what was changed is sent. */
import { send } from '../../api/send.ts';
import { clockText, dayOf } from '../../format.ts';
import { TextArea, TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { Given } from './given.ts';

interface ChangeGiven extends Given {
  onClose(): void;
}

export function ChangeShift({ words, where: { look, now }, session, refresh, onClose }: ChangeGiven) {
  const change = useAction(async (form: FormData) => {
    const params = { shift: session.id };
    await send('PUT /api/activity-shifts/{shift}', { params, body: changedIn(form, session) });
    await refresh();
    onClose();
  });
  const clock = (at: string) => clockText(at, look.language);
  return (
    <FormDialog
      title={words.change}
      labels={{ save: words.save, cancel: words.cancel }}
      look={look}
      action={change}
      onClose={onClose}
    >
      <p class="text-soft">{words.changeLead}</p>
      <TextField
        label={words.day}
        name="day"
        type="date"
        min={dayOf(now)}
        value={dayOf(Date.parse(session.from))}
        required
      />
      <div class="grid grid-cols-2 gap-3">
        <TextField label={words.from} name="from" type="time" value={clock(session.from)} required />
        <TextField label={words.to} name="to" type="time" value={clock(session.to)} required />
      </div>
      <TextField label={words.place} name="place" value={session.place} maxLength={100} required />
      <TextArea label={words.content} name="content" defaultValue={session.content} maxLength={300} rows={2} required />
      <TextField label={words.contact} name="contact" value={session.contact} maxLength={60} required />
      {session.roles.map(({ name, places }, role) => (
        <TextField
          key={name}
          label={words.placesOf(name)}
          name={`places${role}`}
          type="number"
          min={0}
          max={500}
          value={places}
          required
        />
      ))}
    </FormDialog>
  );
}

function changedIn(form: FormData, { from, to, roles, place, content, contact }: Given['session']) {
  const text = (name: string) => fieldText(form, name);
  const at = (clock: string) => new Date(`${text('day')}T${text(clock)}:00+08:00`).toISOString();
  const time = { from: at('from'), to: at('to') };
  const isMoved = Date.parse(time.from) !== Date.parse(from) || Date.parse(time.to) !== Date.parse(to);
  const places = roles.map((_, role) => Number(text(`places${role}`)));
  const isOther = (name: string, before: string) => (text(name) === before ? undefined : text(name));
  return {
    place: isOther('place', place),
    content: isOther('content', content),
    contact: isOther('contact', contact),
    time: isMoved ? time : undefined,
    places: places.some((count, role) => count !== roles[role]?.places) ? places : undefined,
  };
}
