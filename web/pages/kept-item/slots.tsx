/** The times of a service: who can still come when, and one more time to book. */
import { send } from '../../api/send.ts';
import { clockText, dayText, numberText } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { CallOffSlot } from './call-off-slot.tsx';
import type { KeptGiven } from './reads.ts';

/** A Shanghai day and time of a form as an instant. */
const instantOf = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString();

export function Slots(given: KeptGiven) {
  const { words, where, data, refresh } = given;
  const { item, slots, desks } = data;
  const { look } = where;
  const { language } = look;
  const open = useAction(async (form: FormData) => {
    const field = (name: string) => fieldText(form, name);
    const body = {
      desk: field('desk'),
      from: instantOf(field('day'), field('from')),
      to: instantOf(field('day'), field('to')),
      quota: Number(field('quota')),
    };
    await send('POST /api/items/{item}/slots', { params: { item: item.id }, body });
    await refresh();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    open.run(new FormData(event.currentTarget as HTMLFormElement));
  };
  return (
    <Card title={words.slotsTitle}>
      {item.service && (
        <p class="text-soft mb-3">
          {words.serviceAt(item.service.partner, item.service.place, dayText(item.service.validUntil, language))}
        </p>
      )}
      {slots.items.length === 0 && <p class="text-soft">{words.noSlots}</p>}
      <ul class="divide-y divide-line">
        {slots.items.map((slot) => (
          <SlotLine key={slot.id} {...given} slot={slot} />
        ))}
      </ul>
      <form class="mt-4 grid gap-4" onSubmit={submit}>
        <TextField label={words.slotDay} name="day" type="date" required max={item.service?.validUntil} />
        <div class="grid gap-4 grid-cols-2">
          <TextField label={words.slotFrom} name="from" type="time" required />
          <TextField label={words.slotTo} name="to" type="time" required />
        </div>
        <TextField label={words.quota} name="quota" type="number" inputMode="numeric" min={1} max={500} required />
        <SelectField label={words.slotDesk} name="desk" required>
          {desks.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        {open.problem && <ProblemNote problem={open.problem} look={look} />}
        <Button wide type="submit" disabled={open.isBusy}>
          {words.openSlot}
        </Button>
      </form>
    </Card>
  );
}

type Slot = KeptGiven['data']['slots']['items'][number];

function SlotLine({ words, where, data: { item, desks }, refresh, slot }: KeptGiven & { slot: Slot }) {
  const { from, to, quota, left, desk, calledOff } = slot;
  const { language } = where.look;
  const time = `${dayText(from, language)} ${clockText(from, language)}–${clockText(to, language)}`;
  const post = where.session?.post;
  const isKept = post?.role !== 'desk' || post.scope === desk;
  return (
    <li class="py-2 flex flex-wrap items-center justify-between gap-x-4">
      <span class="font-bold">{time}</span>
      <span>
        {calledOff ? words.calledOff : words.taken(numberText(quota - left, language), numberText(quota, language))}
      </span>
      <span class="w-full text-sm text-soft">{desks.items.find((one) => one.id === desk)?.name}</span>
      {isKept && !calledOff && (
        <CallOffSlot words={words} look={where.look} item={item.id} slot={slot} time={time} onDone={refresh} />
      )}
    </li>
  );
}
