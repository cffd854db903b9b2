import { clockText, dayText, numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Badge } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import { warn } from '../../ui/icons.ts';
import type { ApprovalsWords } from '../../words/approvals.ts';
import { lateWords } from '../../words/late.ts';
import { Outcome } from './outcome.tsx';
import { isLate, type Queued, rowId } from './queued.ts';
import { isOpenAgain, type Run, type Runs } from './runs.ts';

interface RowGiven {
  readonly shift: Queued;
  readonly run: Run | undefined;
  readonly runs: Runs;
  readonly where: Where;
  readonly words: ApprovalsWords;
}

/** One shift of the queue. It takes the focus, so that keys mean this shift. */
export const Row = ({ shift, run, runs, where, words }: RowGiven) => (
  <li
    id={rowId(shift.id)}
    tabIndex={-1}
    class="bg-card rounded-2xl border border-line p-4 flex flex-wrap items-center justify-between gap-3"
  >
    <About shift={shift} where={where} words={words} />
    {run && <Outcome run={run} runs={runs} look={where.look} words={words} />}
    {(!run || isOpenAgain(run)) && <Actions shift={shift} runs={runs} where={where} words={words} />}
  </li>
);

function About({ shift, where: { look, now }, words }: Omit<RowGiven, 'run' | 'runs'>) {
  const { language } = look;
  const day = dayText(shift.from, language);
  const clock = `${clockText(shift.from, language)}–${clockText(shift.to, language)}`;
  return (
    <div class="grow basis-60 min-w-0">
      <h3 class="font-bold flex flex-wrap items-center gap-x-2 gap-y-1">
        {shift.name}
        <Badge>{words.people(numberText(shift.people, language))}</Badge>
        {isLate(shift, now) && (
          <Badge tone="bad">{shift.late ? lateWords[language].late[shift.late] : words.late}</Badge>
        )}
        {shift.asked && <Badge tone="gold">{lateWords[language].askedBy(numberText(shift.asked, language))}</Badge>}
      </h3>
      <p>{`${day} ${clock}`}</p>
      <p class="text-sm text-soft">
        {[shift.teamName, shift.place, words.due(dayText(shift.deadline, language))].join(' · ')}
      </p>
      {shift.exceptions.length > 0 && (
        <ul class="mt-2 flex flex-col gap-1">
          {shift.exceptions.map((code) => (
            <li key={code} class="flex gap-2 text-gold font-bold">
              <Icon of={warn} class="size-5" />
              {words.exceptions[code]}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What needs a look is opened before it can be approved. */
function Actions({ shift, runs, where, words }: Omit<RowGiven, 'run'>) {
  const people = numberText(shift.people, where.look.language);
  return (
    <div class="flex flex-wrap gap-2">
      <LinkButton kind={shift.asPlanned ? 'quiet' : 'main'} href={`/approvals/${shift.id}`}>
        {words.open}
        <span class="sr-only">{words.openOf(shift.name)}</span>
      </LinkButton>
      {shift.asPlanned && (
        <Button
          aria-label={words.approveOf(shift.name, people)}
          onClick={() => runs.approve([{ shift: shift.id, name: shift.name }])}
        >
          {words.approve}
        </Button>
      )}
    </div>
  );
}
