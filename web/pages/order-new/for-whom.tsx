import { useState } from 'preact/hooks';
import type { AnswerOf, ItemOf } from '../../api/read.ts';
import { Card } from '../../ui/card.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { UsePlace } from '../../ui/use-place.tsx';
import type { OrdersWords } from '../../words/orders.ts';

interface ForWhomGiven {
  readonly words: OrdersWords;
  /** Of a resident who orders; none for staff. */
  readonly contact: AnswerOf<'GET /api/me/contact'> | undefined;
  readonly communities: readonly ItemOf<'GET /api/units'>[];
}

const channels = ['phone', 'visit', 'neighbour', 'grid'] as const;

/** Oneself as the community knows one, or somebody else. */
export function ForWhom({ words, contact, communities }: ForWhomGiven) {
  const [whom, setWhom] = useState<'me' | 'neighbour'>(contact ? 'me' : 'neighbour');
  return (
    <Card title={words.forWhom}>
      <div class="flex flex-col gap-4">
        {contact ? (
          <Tabs
            label={words.forWhom}
            names={['me', 'neighbour'] as const}
            labels={{ me: words.forMe, neighbour: words.forNeighbour }}
            chosen={whom}
            onChoose={setWhom}
          />
        ) : (
          <div class="grid gap-4 sm:grid-cols-2">
            <SelectField label={words.unit} name="unit">
              {communities.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
            <SelectField label={words.channel} name="channel">
              {channels.map((channel) => (
                <option key={channel} value={channel}>
                  {words.channels[channel]}
                </option>
              ))}
            </SelectField>
          </div>
        )}
        {contact && whom === 'me' ? (
          <p class="font-bold">{[contact.name, contact.phone, contact.address].join(' · ')}</p>
        ) : (
          <>
            <TextField label={words.person} name="name" required maxLength={40} autocomplete="off" />
            <TextField label={words.phone} name="phone" type="tel" required maxLength={20} autocomplete="off" />
            <TextField label={words.address} name="address" required maxLength={120} autocomplete="off" />
          </>
        )}
        <UsePlace words={words} />
        <p class="text-sm text-soft">{words.contactNote}</p>
      </div>
    </Card>
  );
}
