import { clockText, numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Badge, type Tone } from '../../ui/card.tsx';
import { CreditAccount } from '../../ui/credit-account.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import type { ApprovalsWords } from '../../words/approvals.ts';
import { countingWords } from '../../words/counting.ts';
import { lateWords } from '../../words/late.ts';
import type { Shown } from './shown.ts';

type Kept = Shown['records'][number];
interface RecordsGiven {
  readonly shown: Shown;
  readonly choice: { readonly chosen: ReadonlySet<string>; choose(volunteers: readonly string[]): void };
  readonly words: ApprovalsWords;
  readonly language: Language;
}

const tones: Readonly<Record<Kept['state'], Tone>> = {
  recorded: 'plain',
  confirmed: 'info',
  published: 'good',
  final: 'good',
  sent_back: 'gold',
  objected: 'gold',
  rejected: 'bad',
  corrected: 'plain',
};

/** Everybody's record, who differs from the shift first; only what waits for approval can be chosen. */
export function Records({ shown: { shift, records }, choice, words, language }: RecordsGiven) {
  const { chosen, choose } = choice;
  const waiting = records.filter(isWaiting);
  const differs = ({ from, to }: Kept) => from !== shift.from || to !== shift.to;
  const sorted = [...records].sort((one, other) => Number(differs(other)) - Number(differs(one)));
  const toggle = (volunteer: string, isChosen: boolean) =>
    choose(isChosen ? [...chosen, volunteer] : [...chosen].filter((one) => one !== volunteer));
  return (
    <section class="bg-card rounded-2xl border border-line">
      <div class="flex flex-wrap items-center justify-between gap-3 px-4 py-2">
        <h2 class="text-lg font-bold">{`${words.recordsTitle} · ${numberText(records.length, language)}`}</h2>
        {waiting.length > 0 && (
          <TickBox
            checked={chosen.size === waiting.length}
            onChange={(all) => choose(all ? waiting.map(({ volunteer }) => volunteer) : [])}
          >
            {words.all}
          </TickBox>
        )}
      </div>
      <ul>
        {sorted.map((record) => (
          <li key={record.volunteer} class="border-t border-line flex items-center gap-2 pr-4 py-1">
            {isWaiting(record) ? (
              <TickBox
                label={words.pick(record.name)}
                checked={chosen.has(record.volunteer)}
                onChange={(isChosen) => toggle(record.volunteer, isChosen)}
              />
            ) : (
              <span class="w-12 shrink-0" />
            )}
            <About record={record} differs={differs(record)} words={words} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const isWaiting = ({ state }: Kept) => state === 'confirmed';

interface AboutGiven {
  readonly record: Kept;
  readonly differs: boolean;
  readonly words: ApprovalsWords;
  readonly language: Language;
}

const About = ({ record, differs, words, language }: AboutGiven) => (
  <div class="flex-1 min-w-0 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
    <div class="min-w-0">
      <p class="flex flex-wrap items-center gap-2">
        <span class="font-bold">{record.name}</span>
        {differs && <Badge tone="gold">{words.differs}</Badge>}
        {record.grade === 'D' && <Badge tone="gold">{words.makeUp}</Badge>}
      </p>
      {record.reason && <p class="text-sm text-soft">{record.reason}</p>}
      {record.waitsFor === 'second_approver' && <p class="text-sm text-gold">{countingWords[language].secondWanted}</p>}
      {record.late && <p class="text-sm text-danger">{lateWords[language].late[record.late]}</p>}
      {record.asked && <p class="text-sm text-gold">{lateWords[language].askedBy('1')}</p>}
      {record.computed.length > 1 && (
        <CreditAccount lines={record.computed} minutes={record.minutes} language={language} />
      )}
    </div>
    <div class="flex flex-wrap items-center gap-x-4 gap-y-1 tabular-nums">
      <span class={differs ? 'font-bold' : ''}>
        {`${clockText(record.from, language)}–${clockText(record.to, language)}`}
      </span>
      <span>{record.credit === 'stamp' ? words.stamp : words.minutes(numberText(record.minutes, language))}</span>
      {!isWaiting(record) && <Badge tone={tones[record.state]}>{words.states[record.state]}</Badge>}
    </div>
  </div>
);
