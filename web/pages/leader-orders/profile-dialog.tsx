/** What a team can do, how much at once, and when it is free. */
import { useState } from 'preact/hooks';
import { dayParts, type Slot } from '../../../shared/rules/dispatch.ts';
import { type Skill, skills } from '../../../shared/rules/service-menu.ts';
import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import { UsePlace } from '../../ui/use-place.tsx';
import type { OrderTeamWords } from '../../words/order-team.ts';

type Profile = NonNullable<AnswerOf<'GET /api/team-orders'>['profile']>;

interface ProfileGiven {
  readonly words: OrderTeamWords;
  readonly look: Look;
  readonly profile: Profile | undefined;
  onDone(): Promise<void>;
  onClose(): void;
}

const loadMaxAtFirst = 3;

export function ProfileDialog({ words, look, profile, onDone, onClose }: ProfileGiven) {
  const [takes, setTakes] = useState(profile?.takes ?? true);
  const [able, setAble] = useState<readonly Skill[]>(profile?.skills ?? []);
  const [slots, setSlots] = useState<readonly Slot[]>(profile?.slots ?? []);
  const [spot, setSpot] = useState(profile?.spot);
  const save = useAction(async (form: FormData) => {
    const body = {
      ...profile,
      takes,
      skills: [...able],
      slots: [...slots],
      spot,
      loadMax: Number(fieldText(form, 'loadMax')),
    };
    await send('PUT /api/team-orders/profile', { body });
    await onDone();
  });
  return (
    <FormDialog
      title={words.profile}
      labels={{ save: words.save, cancel: words.close }}
      look={look}
      action={save}
      onClose={onClose}
    >
      <TickBox checked={takes} onChange={setTakes}>
        {words.takes}
      </TickBox>
      <div class="grid grid-cols-2">
        {skills.map((skill) => (
          <TickBox key={skill} checked={able.includes(skill)} onChange={(on) => setAble(toggled(able, skill, on))}>
            {words.skills[skill]}
          </TickBox>
        ))}
      </div>
      <TextField
        label={words.loadMax}
        name="loadMax"
        type="number"
        min={1}
        max={20}
        value={profile?.loadMax ?? loadMaxAtFirst}
      />
      <UsePlace words={words} spot={spot} onChange={setSpot} />
      <FreeSlots words={words} slots={slots} onChange={setSlots} />
    </FormDialog>
  );
}

const toggled = <T,>(some: readonly T[], one: T, on: boolean): T[] =>
  on ? [...some, one] : some.filter((other) => other !== one);

interface SlotsGiven {
  readonly words: OrderTeamWords;
  readonly slots: readonly Slot[];
  onChange(slots: Slot[]): void;
}

const FreeSlots = ({ words, slots, onChange }: SlotsGiven) => (
  <table class="w-full text-center">
    <caption class="text-left font-bold">{words.free}</caption>
    <thead>
      <tr>
        <td />
        {dayParts.map((part) => (
          <th key={part} scope="col" class="font-normal text-soft">
            {words.parts[part]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {words.weekdays.map((weekday, at) => (
        <tr key={weekday}>
          <th scope="row" class="font-normal text-left">
            {weekday}
          </th>
          {dayParts.map((part) => {
            const slot = `${at + 1}-${part}` as Slot;
            return (
              <td key={part}>
                <TickBox
                  label={`${weekday} ${words.parts[part]}`}
                  checked={slots.includes(slot)}
                  onChange={(on) => onChange(toggled(slots, slot, on))}
                />
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  </table>
);
