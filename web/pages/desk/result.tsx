import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AnswerOf } from '../../api/read.ts';
import { dayText, momentText, numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import type { DeskWords } from '../../words/desk.ts';
import { slotText } from '../redemptions/slot-text.ts';

export type PickUp = AnswerOf<'GET /api/pick-ups/{code}'>;

interface Told {
  readonly words: DeskWords;
  readonly language: Language;
  readonly pickUp: PickUp;
}
interface ToCheck extends Told {
  readonly isBusy: boolean;
  onHandOver(): void;
  /** Nobody came to the booked time. */
  onMissed(): void;
  onLeave(): void;
  /** One more thing to do, after the buttons. */
  readonly further: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** What was found takes the focus, the button does not: whoever types on hands nothing over by accident. */
function Title({ children }: { children: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [children]);
  return (
    <h2 ref={title} tabIndex={-1} class="text-lg font-bold outline-none">
      {children}
    </h2>
  );
}

const Who = ({ pickUp }: { pickUp: PickUp }) => (
  <p class="text-3xl font-bold">
    {pickUp.person} <span class="text-xl font-normal">{pickUp.class}</span>
  </p>
);

/** Who and what, before anything is given. */
export const Check = ({ words, language, pickUp, isBusy, children, further, ...on }: ToCheck) => (
  <div class="flex flex-col gap-4">
    <Title>{words.checkTitle}</Title>
    <div class="rounded-2xl bg-brand-soft text-ink p-5 flex flex-col gap-3">
      <Who pickUp={pickUp} />
      <p class="text-2xl font-bold text-brand flex items-center gap-3">
        <Icon of={icons.gift} class="size-8" />
        {pickUp.name}
      </p>
      <p>
        {words.points(numberText(pickUp.price, language))} ·{' '}
        {pickUp.slot
          ? slotText(words, pickUp.slot, language)
          : words.pickUpUntil(dayText(pickUp.pickUpUntil, language))}
      </p>
    </div>
    {children}
    <div class="flex flex-wrap gap-2">
      <Button class="flex-1 min-h-14 text-lg" disabled={isBusy} onClick={on.onHandOver}>
        <Icon of={icons.check} />
        {pickUp.slot ? words.came : words.handOver}
      </Button>
      {pickUp.slot && (
        <Button kind="quiet" class="min-h-14" disabled={isBusy} onClick={on.onMissed}>
          {words.missed}
        </Button>
      )}
      <Button kind="quiet" class="min-h-14" disabled={isBusy} onClick={on.onLeave}>
        {words.notThis}
      </Button>
      {further}
    </div>
  </div>
);

const doneAs = ({ state }: PickUp): keyof DeskWords['doneTitles'] =>
  state === 'missed' || state === 'cancelled' ? state : 'handed_over';

/** It is done: seen from two steps away. */
export const Done = ({ words, pickUp, onNext }: Told & { onNext(): void }) => (
  <div class="rounded-2xl bg-fill text-on-fill p-6 flex flex-col items-center gap-3 text-center" role="status">
    <Icon of={icons.check} class="size-16" />
    <Title>{words.doneTitles[doneAs(pickUp)]}</Title>
    <p class="text-2xl font-bold">
      {pickUp.slot || pickUp.reason
        ? `${pickUp.person} ${pickUp.class} · ${pickUp.name}`
        : words.givenTo(pickUp.name, `${pickUp.person} ${pickUp.class}`)}
    </p>
    {pickUp.voucherEnding && <p class="text-xl">{words.voucherEnding(pickUp.voucherEnding)}</p>}
    <Button kind="quiet" wide onClick={onNext}>
      {words.next}
    </Button>
  </div>
);

/** Nothing is to be given for this code any more. */
export function Closed({ words, language, pickUp, onNext }: Told & { onNext(): void }) {
  const { state, closedAt, closedBy, reason } = pickUp;
  if (state === 'reserved') return null;
  return (
    <div class="flex flex-col gap-4">
      <div class="rounded-2xl bg-danger-soft text-danger p-5 flex flex-col gap-2" role="alert">
        <Icon of={icons.warn} class="size-10" />
        <Title>{words.closedTitles[state]}</Title>
        <p class="font-bold">{words.closedNext[state]}</p>
        <p>
          {pickUp.name} · {pickUp.person} {pickUp.class}
        </p>
        {reason && <p>{words.calledOffFor(words.callOffReasons[reason])}</p>}
        {closedAt && <p>{words.closedAt(momentText(closedAt, language))}</p>}
        {closedBy && <p>{words.closedBy(closedBy)}</p>}
      </div>
      <Button kind="quiet" wide onClick={onNext}>
        {words.next}
      </Button>
    </div>
  );
}
