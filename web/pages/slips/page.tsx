/** Consent slips to print: of those a shift left out, or of those in a class whose consent is missing. */
import { type AnswerOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayText, numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Badge, Card, Empty, Heading } from '../../ui/card.tsx';
import { More, usePages } from '../../ui/more.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { PrintButton } from '../../ui/print-button.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type GuardianWords, guardianWords } from '../../words/guardian.ts';

type Late = AnswerOf<'GET /api/shifts/{shift}/late-records'>;
type Text = AnswerOf<'GET /api/consent-texts'>['current'];
interface Slip {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly class: string;
}

const readsOf = (where: Where) => {
  const { query, session } = where;
  const keepsRoster = session?.post.role === 'unit_admin' || session?.post.role === 'district_admin';
  return {
    texts: read('GET /api/consent-texts'),
    late: query.shift ? read('GET /api/shifts/{shift}/late-records', { params: { shift: query.shift } }) : undefined,
    pupils:
      keepsRoster && query.class
        ? read('GET /api/volunteers', { query: { ...classOf(where), cursor: query.cursor } })
        : undefined,
  };
};
const classOf = ({ query, session }: Where) => ({ unit: query.unit ?? session?.post.unit, class: query.class });

export const slipsPage = definePage({
  allow: ['leader', 'unit_admin', 'district_admin'],
  frame: 'app',
  words: guardianWords,
  title: (words) => words.slipsTitle,
  reads: readsOf,
  view: (given) => <Slips {...given} />,
});

const nobody = { items: [] };

function Slips({
  words,
  where,
  data: { texts, late, pupils },
  refresh,
}: View<GuardianWords, ReturnType<typeof readsOf>>) {
  const pages = usePages('GET /api/volunteers', pupils ?? nobody, classOf(where));
  const slips: readonly Slip[] = [
    ...(late?.items ?? []).filter(({ state }) => state === 'waiting').map((one) => ({ ...one, id: one.volunteer })),
    ...pages.items.filter(({ consent }) => consent === 'missing'),
  ];
  const role = where.session?.post.role;
  return (
    <>
      <div class="print:hidden">
        <Heading title={words.slipsTitle} note={words.slipsLead}>
          {slips.length > 0 && <PrintButton label={words.print} />}
          {role === 'unit_admin' && (
            <LinkButton kind="quiet" href="/consent-texts">
              {words.consentTexts}
            </LinkButton>
          )}
          {role === 'leader' && where.query.shift && (
            <LinkButton kind="quiet" href={`/leader/shifts/${where.query.shift}`}>
              {words.backToShift}
            </LinkButton>
          )}
        </Heading>
        {late && late.items.length > 0 && <LateList words={words} where={where} late={late} refresh={refresh} />}
        {slips.length === 0 && pages.next === undefined && <Empty title={words.slipsNone} />}
      </div>
      <ul class="grid gap-4 print:gap-0">
        {slips.map((slip) => (
          <SlipSheet key={slip.id} words={words} slip={slip} text={texts.current} />
        ))}
      </ul>
      <div class="print:hidden">
        <More pages={pages} label={words.moreSlips} look={where.look} />
      </div>
    </>
  );
}

/** Two to a page, with the text above the line to sign on. */
const SlipSheet = ({ words, slip, text }: { words: GuardianWords; slip: Slip; text: Text }) => (
  <li class="bg-card p-4 border border-dashed border-control break-inside-avoid">
    <p class="font-bold text-lg">{words.slipFor(slip.name, slip.class)}</p>
    <p class="text-sm text-soft">
      {words.slipNumber(slip.number)} · {words.textVersion(text.version)}
    </p>
    {text.text.split('\n').map((paragraph) => (
      <p key={paragraph} class="my-1 text-sm">
        {paragraph}
      </p>
    ))}
    <p class="mt-3">{words.slipAgree}</p>
    <p class="mt-4">{words.slipSign}</p>
  </li>
);

interface LateGiven {
  readonly words: GuardianWords;
  readonly where: Where;
  readonly late: Late;
  refresh(): Promise<void>;
}

const lateTones = { waiting: 'gold', ready: 'info', added: 'good', expired: 'plain' } as const;

function LateList({ words, where, late, refresh }: LateGiven) {
  const { look, query, session } = where;
  const ready = late.items.filter(({ state }) => state === 'ready').length;
  const add = useAction(async () => {
    await send('POST /api/shifts/{shift}/late-records', { params: { shift: query.shift ?? '' }, body: {} });
    await refresh();
  });
  const isAllAdded = late.items.every(({ state }) => state === 'added');
  return (
    <Card title={words.lateTitle} class="mb-4">
      <ul class="divide-y divide-line">
        {late.items.map(({ volunteer, name, class: label, state, until }) => (
          <li key={volunteer} class="py-3 flex flex-wrap items-center gap-x-3">
            <span class="font-bold">{name}</span>
            <span class="flex-1">{label}</span>
            {state !== 'added' && <span class="text-sm text-soft">{words.lateUntil(untilDay(until, look))}</span>}
            <Badge tone={lateTones[state]}>{words.lateStates[state]}</Badge>
          </li>
        ))}
      </ul>
      {add.problem && <ProblemNote problem={add.problem} look={look} />}
      {isAllAdded && <DoneNote>{words.lateDone}</DoneNote>}
      {ready > 0 && session?.post.role === 'leader' && (
        <Button disabled={add.isBusy} onClick={() => add.run()}>
          {words.lateAdd(numberText(ready, look.language))}
        </Button>
      )}
    </Card>
  );
}

const untilDay = (until: string, look: Look) => dayText(until, look.language);
