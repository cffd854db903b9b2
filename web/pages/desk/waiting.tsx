import type { ItemOf } from '../../api/read.ts';
import { dayText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Empty } from '../../ui/card.tsx';
import type { DeskWords } from '../../words/desk.ts';
import { slotText } from '../redemptions/slot-text.ts';

type PickUp = ItemOf<'GET /api/pick-ups'>;

interface WaitingGiven {
  readonly words: DeskWords;
  readonly language: Language;
  readonly pickUps: readonly PickUp[];
}

/** What is still to be picked up, class by class, as the desk hands it out. */
export function Waiting({ words, language, pickUps }: WaitingGiven) {
  if (pickUps.length === 0) {
    return (
      <Empty title={words.noWaiting}>
        <p>{words.noWaitingNext}</p>
      </Empty>
    );
  }
  return (
    <ul class="flex flex-col gap-4">
      {[...byClass(pickUps)].map(([name, ofClass]) => (
        <li key={name}>
          <h3 class="text-sm text-soft">{name}</h3>
          <ul class="divide-y divide-line">
            {ofClass.map((pickUp) => (
              <li key={pickUp.id} class="py-3 flex flex-wrap justify-between gap-x-4">
                <span class="font-bold">{pickUp.person}</span>
                <span>{pickUp.name}</span>
                <span class="w-full text-sm text-soft">
                  {pickUp.slot
                    ? slotText(words, pickUp.slot, language)
                    : words.pickUpUntil(dayText(pickUp.pickUpUntil, language))}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function byClass(pickUps: readonly PickUp[]): ReadonlyMap<string, readonly PickUp[]> {
  const classes = new Map<string, PickUp[]>();
  for (const pickUp of pickUps) classes.set(pickUp.class, [...(classes.get(pickUp.class) ?? []), pickUp]);
  return classes;
}
