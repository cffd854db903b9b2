/** The way of a record, from the leader's entry to the wallet. */
import { momentText } from '../../format.ts';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import type { Followed } from './followed.ts';

const looks = {
  done: { icon: icons.check, circle: 'bg-fill text-on-fill', text: 'font-bold' },
  now: { icon: icons.clock, circle: 'bg-gold-soft text-gold', text: 'font-bold' },
  later: { icon: icons.dots, circle: 'bg-line text-soft', text: 'text-soft' },
  back: { icon: icons.undo, circle: 'bg-danger-soft text-danger', text: 'font-bold' },
} as const;

export function Steps({ words, language, record: { steps } }: Followed) {
  const next = steps.findIndex(({ at }) => at === undefined);
  return (
    <ol class="grid gap-4">
      {steps.map(({ state, at }, index) => {
        const standing = standingOf(state === 'sent_back', at !== undefined, index === next);
        const { icon, circle, text } = looks[standing];
        return (
          <li key={state} class="flex items-center gap-3" aria-current={standing === 'now' ? 'step' : undefined}>
            <span class={`size-10 shrink-0 rounded-full grid place-items-center ${circle}`}>
              <Icon of={icon} class="size-5" />
            </span>
            <span>
              <span class={`block ${text}`}>{words.steps[state]}</span>
              {at && <span class="block text-sm text-soft">{momentText(at, language)}</span>}
              {standing === 'now' && <span class="block text-sm text-gold">{words.stepNow}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function standingOf(isBack: boolean, isDone: boolean, isNext: boolean): keyof typeof looks {
  if (isBack) return 'back';
  if (isDone) return 'done';
  return isNext ? 'now' : 'later';
}
