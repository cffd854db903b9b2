import { needPhrases, refusedKindNames } from '../../../shared/rules/service-menu.ts';
import type { ItemOf } from '../../api/read.ts';
import { dayOf } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Card } from '../../ui/card.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import type { OrdersWords } from '../../words/orders.ts';
import { Tick } from './tick.tsx';

interface NeedGiven {
  readonly words: OrdersWords;
  readonly where: Where;
  readonly menu: readonly ItemOf<'GET /api/service-menu'>[];
}

/** What, when, and what volunteers should know before they come. */
export const Need = ({ words, where: { now }, menu }: NeedGiven) => (
  <>
    <Card>
      <div class="flex flex-col gap-4">
        <SelectField label={words.kind} name="kind">
          <optgroup label={words.menu}>
            {menu
              .filter(({ open }) => open)
              .map(({ kind, title }) => (
                <option key={kind} value={kind}>
                  {title}
                </option>
              ))}
          </optgroup>
          <optgroup label={words.notOurs}>
            {refusedKindNames.map((kind) => (
              <option key={kind} value={kind}>
                {words.refused[kind]}
              </option>
            ))}
          </optgroup>
        </SelectField>
        <div class="grid gap-4 sm:grid-cols-3">
          <TextField
            label={words.day}
            name="day"
            type="date"
            required
            min={dayOf(now)}
            value={dayOf(now + 86_400_000)}
          />
          <TextField label={words.from} name="from" type="time" required value="10:00" />
          <TextField label={words.to} name="to" type="time" required value="12:00" />
        </div>
        <Tick name="urgent">{words.urgent}</Tick>
      </div>
    </Card>
    <Card title={words.phrasesTitle}>
      <div class="flex flex-col gap-4">
        <div class="grid sm:grid-cols-2">
          {needPhrases.map((phrase) => (
            <Tick key={phrase} name={phrase}>
              {words.phrases[phrase]}
            </Tick>
          ))}
        </div>
        <TextField label={words.need} name="need" maxLength={100} />
        <TextField label={words.risk} hint={words.riskHint} name="risk" required maxLength={100} />
      </div>
    </Card>
  </>
);
