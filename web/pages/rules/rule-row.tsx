import { dayText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, type Tone } from '../../ui/card.tsx';
import type { RulesWords } from '../../words/rules.ts';
import { type OwnRule, type Rule, type Standing, standingOf } from './groups.ts';
import { valueText } from './rule-text.ts';

interface RowGiven {
  readonly words: RulesWords;
  readonly language: Language;
  readonly rule: Rule;
  /** What the reader's school has beside it, where schools may be stricter. */
  readonly own: OwnRule | undefined;
  readonly today: string;
  /** Sets the district's value, or beside it the school's own. Absent for those who only read. */
  readonly onChange: (() => void) | undefined;
}

const tones: Readonly<Record<Standing, Tone>> = { past: 'plain', current: 'good', upcoming: 'info' };

/** One number: what it is now, what it means, and what stands behind it. */
export function RuleRow({ words, language, rule, own, today, onChange }: RowGiven) {
  const { title, meaning } = words.textOf(rule);
  const say = (value: number) => valueText(words, language, rule, value);
  return (
    <li class="py-4">
      <div class="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 class="font-bold">{title}</h3>
        <p class="text-lg font-bold tabular-nums">{say(own?.value ?? rule.value)}</p>
      </div>
      <p class="text-soft">{meaning}</p>
      {own?.own !== undefined && (
        <p class="mt-1">
          {words.ofDistrict(say(own.district))} · {words.ofSchool(say(own.own))}
          {own.value !== own.own && <span class="text-soft"> · {words.districtHolds}</span>}
        </p>
      )}
      <Upcoming words={words} language={language} rule={rule} own={own} today={today} />
      <div class="mt-1 flex items-start justify-between gap-4">
        <Behind words={words} language={language} rule={rule} own={own} today={today} />
        {onChange && (
          <Button kind="quiet" aria-label={own ? words.setOwnOf(title) : words.changeOf(title)} onClick={onChange}>
            {own ? words.setOwn : words.change}
          </Button>
        )}
      </div>
    </li>
  );
}

type Shown = Omit<RowGiven, 'onChange'>;

/** What comes: of the district alone as it is, beside a school each with its name. */
function Upcoming({ words, language, rule, own, today }: Shown) {
  const say = (value: number) => valueText(words, language, rule, value);
  const coming = (versions: Rule['versions'], named: (value: string) => string) =>
    standingOf(versions, today).flatMap(({ from, value, standing }) =>
      standing === 'upcoming' ? [words.from(dayText(from, language), named(say(value)))] : [],
    );
  const said = [
    ...coming(rule.versions, own ? words.ofDistrict : (value) => value),
    ...coming(own?.versions ?? [], words.ofSchool),
  ];
  return (
    <>
      {said.map((line) => (
        <p key={line} class="mt-1 text-info font-bold">
          {line}
        </p>
      ))}
    </>
  );
}

function Behind({ words, language, rule, own, today }: Shown) {
  const say = (value: number) => valueText(words, language, rule, value);
  const given = { words, language, say, today };
  return (
    <details class="flex-1 min-w-0">
      <summary class="link inline-flex items-center min-h-12">{words.behind}</summary>
      <div class="text-sm flex flex-col gap-2 pb-2">
        <p lang="zh-CN">{rule.source}</p>
        <p class="text-soft">
          {words.standard(say(rule.default))} · {words.range(say(rule.min), say(rule.max))}
        </p>
        {rule.stricter && <p class="text-soft">{words.mayBe[rule.stricter]}</p>}
        <Versions {...given} versions={rule.versions} />
        {own && own.versions.length > 0 && (
          <>
            <p>{words.schoolVersions}</p>
            <Versions {...given} versions={own.versions} />
          </>
        )}
      </div>
    </details>
  );
}

interface VersionsGiven extends Pick<RowGiven, 'words' | 'language' | 'today'> {
  readonly versions: Rule['versions'];
  say(value: number): string;
}
const Versions = ({ words, language, today, versions, say }: VersionsGiven) => (
  <ul class="flex flex-col gap-1">
    {standingOf(versions, today).map(({ from, value, standing }) => (
      <li key={from} class="flex flex-wrap items-center gap-2">
        {words.from(dayText(from, language), say(value))}
        <Badge tone={tones[standing]}>{words[standing]}</Badge>
      </li>
    ))}
  </ul>
);
