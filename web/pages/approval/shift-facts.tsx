import { type ExceptionCode, exceptionsOf } from '../../../shared/rules/exceptions.ts';
import { clockText, dayText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Icon } from '../../ui/icon.tsx';
import { warn } from '../../ui/icons.ts';
import type { ApprovalsWords } from '../../words/approvals.ts';
import { countingWords } from '../../words/counting.ts';
import type { Shown } from './shown.ts';

interface FactsGiven {
  readonly shown: Shown;
  readonly words: ApprovalsWords;
  readonly language: Language;
}

/** What was done, and first of all what deserves a look. */
export function ShiftFacts({ shown, words, language }: FactsGiven) {
  const { shift } = shown;
  const reasons = reasonsOf(shown);
  const counting = countingWords[language];
  return (
    <>
      {reasons.length > 0 && (
        <section class="p-4 rounded-2xl bg-gold-soft text-gold">
          <h2 class="font-bold flex items-center gap-2">
            <Icon of={warn} class="size-5" />
            {words.reasons}
          </h2>
          <ul class="mt-1 list-disc pl-6">
            {reasons.map((code) => (
              <li key={code}>{words.exceptions[code]}</li>
            ))}
          </ul>
        </section>
      )}
      <Card>
        <Facts
          of={[
            [
              words.time,
              `${dayText(shift.from, language)} ${clockText(shift.from, language)}–${clockText(shift.to, language)}`,
            ],
            [words.place, shift.place],
            [words.content, shift.content],
            [words.risk, shift.risk],
            [words.contact, shift.contact],
            [
              counting.computed.preparation,
              shift.preparationMinutes && counting.minutes(String(shift.preparationMinutes)),
            ],
            [counting.makeUpReason, shift.makeUpReason],
          ]}
        />
        {shift.photo && (
          <a href={shift.photo} class="block mt-3">
            <img src={shift.photo} alt={words.photo} class="max-h-48 rounded-xl border border-line" />
          </a>
        )}
      </Card>
    </>
  );
}

/** The queue's own rule, on the records that wait now. */
function reasonsOf({ shift, records }: Shown): ExceptionCode[] {
  const times = ({ from, to }: { from: string; to: string }) => ({ from: Date.parse(from), to: Date.parse(to) });
  const waiting = records.filter(({ state }) => state === 'confirmed');
  return exceptionsOf(
    times(shift),
    waiting.map((record) => ({ ...times(record), grade: record.grade })),
  );
}
