/** A recurring duty of one week: printed, ticked and recorded in one save. */
import { dayText, numberText } from '../../format.ts';
import { definePage, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { PrintButton } from '../../ui/print-button.tsx';
import { Warning } from '../../ui/warning.tsx';
import { leaderWords } from '../../words/leader.ts';
import { type WeekWords, weekWords } from '../../words/week.ts';
import { SpanFields } from '../record/span-fields.tsx';
import { What } from '../record/what.tsx';
import { Grid } from './grid.tsx';
import { dayAfter, halves } from './sheet.ts';
import { readsOf, useWeek, type WeekData, type WeekForm } from './use-week.ts';

export const weekPage = definePage({
  allow: ['leader'],
  frame: 'app',
  words: weekWords,
  reads: readsOf,
  title: (words) => words.title,
  view: ({ words, where, data }) => <Week words={words} where={where} data={data} />,
});

interface Given {
  readonly words: WeekWords;
  readonly where: Where;
}

function Week({ words, where, data }: Given & { data: WeekData }) {
  const form = useWeek(where, data);
  const { monday, saved, later } = form;
  const { language } = where.look;
  const week = words.weekOf(dayText(monday, language), dayText(dayAfter(monday, 4), language));
  return (
    <>
      <Heading title={words.title} note={week}>
        <LinkButton kind="quiet" href={`/leader/week?week=${dayAfter(monday, -7)}`}>
          {words.earlier}
        </LinkButton>
        <LinkButton kind="quiet" href={`/leader/week?week=${dayAfter(monday, 7)}`}>
          {words.later}
        </LinkButton>
        <PrintButton label={words.print} />
      </Heading>
      {saved && later ? (
        <later.Outcome words={words} where={where} members={form.members} saved={saved} />
      ) : (
        <Sheet words={words} where={where} form={form} />
      )}
    </>
  );
}

function Sheet({ words, where, form }: Given & { form: WeekForm }) {
  const { said, members, submit, isRestored } = form;
  const leader = leaderWords[where.look.language];
  const firstDay = form.columns.findLast(({ state }) => state === 'open')?.weekday ?? 0;
  if (members.length === 0) {
    return (
      <Card>
        <Empty title={leader.noMembers}>
          <p>{leader.noMembersNext}</p>
        </Empty>
      </Card>
    );
  }
  return (
    <form
      noValidate
      class="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit.run();
      }}
    >
      <p class="text-soft print:hidden">{isRestored ? leader.restored : words.lead}</p>
      <p class="hidden print:block">{[said.name, said.place].filter(Boolean).join(' · ')}</p>
      <div class="grid gap-4 lg:grid-cols-2 items-start print:hidden">
        <What words={leader} form={form} />
        <When words={words} where={where} form={form} />
      </div>
      <div class="flex flex-col gap-2">
        <p class="text-soft print:hidden">{words.whoHint}</p>
        <Grid {...form} words={words} firstDay={firstDay} onTick={form.tick} />
        {!form.isWhole && <p class="text-soft">{leader.loading}</p>}
      </div>
      <p class="hidden print:block mt-4">{words.signed}</p>
      {form.later && <form.later.More where={where} form={form} />}
      <Foot words={words} where={where} form={form} />
    </form>
  );
}

const When = ({ words, where, form: { times, fill } }: Given & { form: WeekForm }) => (
  <Card title={words.whenTitle}>
    <div class="flex flex-col gap-4">
      {halves.map((half) => (
        <fieldset key={half}>
          <legend class="font-bold mb-1">{words.halves[half]}</legend>
          <SpanFields
            words={leaderWords[where.look.language]}
            span={times[half]}
            onChange={(span) => fill({ times: { ...times, [half]: span } })}
          />
        </fieldset>
      ))}
    </div>
  </Card>
);

function Foot({ words, where: { look }, form: { cells, missing, submit, later } }: Given & { form: WeekForm }) {
  const leader = leaderWords[look.language];
  const served = cells.reduce((sum, { volunteers }) => sum + volunteers.length, 0);
  const sentence = missing && (missing === 'nothing' || missing === 'tooMany' ? words[missing] : leader[missing]);
  return (
    <div class="flex flex-col gap-3 print:hidden">
      {submit.problem && <ProblemNote problem={submit.problem} look={look} />}
      {sentence && <Warning>{sentence}</Warning>}
      <Button type="submit" wide disabled={submit.isBusy || !later}>
        {words.submit(numberText(cells.length, look.language), numberText(served, look.language))}
      </Button>
    </div>
  );
}
