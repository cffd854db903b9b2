import { dayText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, type Tone } from '../../ui/card.tsx';
import type { RulesWords } from '../../words/rules.ts';
import { type Rule, type Standing, standingOf } from './groups.ts';
import { valueText } from './rule-text.ts';

interface RowGiven {
  readonly words: RulesWords;
  readonly language: Language;
  readonly rule: Rule;
  readonly today: string;
  /** Absent for those who only read. */
  readonly onChange: (() => void) | undefined;
}

const tones: Readonly<Record<Standing, Tone>> = { past: 'plain', current: 'good', upcoming: 'info' };

/** One number: what it is now, what it means, and what stands behind it. */
export function RuleRow({ words, language, rule, today, onChange }: RowGiven) {
  const { title, meaning } = words.textOf(rule);
  const say = (value: number) => valueText(words, language, rule, value);
  const upcoming = standingOf(rule, today).filter(({ standing }) => standing === 'upcoming');
  return (
    <li class="py-4">
      <div class="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 class="font-bold">{title}</h3>
        <p class="text-lg font-bold tabular-nums">{say(rule.value)}</p>
      </div>
      <p class="text-soft">{meaning}</p>
      {upcoming.map(({ from, value }) => (
        <p key={from} class="mt-1 text-info font-bold">
          {words.from(dayText(from, language), say(value))}
        </p>
      ))}
      <div class="mt-1 flex items-start justify-between gap-4">
        <Behind words={words} language={language} rule={rule} today={today} />
        {onChange && (
          <Button kind="quiet" aria-label={words.changeOf(title)} onClick={onChange}>
            {words.change}
          </Button>
        )}
      </div>
    </li>
  );
}

function Behind({ words, language, rule, today }: Omit<RowGiven, 'onChange'>) {
  const say = (value: number) => valueText(words, language, rule, value);
  return (
    <details class="flex-1 min-w-0">
      <summary class="link inline-flex items-center min-h-12">{words.behind}</summary>
      <div class="text-sm flex flex-col gap-2 pb-2">
        <p lang="zh-CN">{rule.source}</p>
        <p class="text-soft">
          {words.standard(say(rule.default))} · {words.range(say(rule.min), say(rule.max))}
        </p>
        <ul class="flex flex-col gap-1">
          {standingOf(rule, today).map(({ from, value, standing }) => (
            <li key={from} class="flex flex-wrap items-center gap-2">
              {words.from(dayText(from, language), say(value))}
              <Badge tone={tones[standing]}>{words[standing]}</Badge>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
