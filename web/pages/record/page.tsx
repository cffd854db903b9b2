import { numberText } from '../../format.ts';
import { definePage, type Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { Warning } from '../../ui/warning.tsx';
import { type LeaderWords, leaderWords } from '../../words/leader.ts';
import { type Draft, dayOf } from './form.ts';
import { SpanFields } from './span-fields.tsx';
import { type RecordData, type RecordingForm, readsOf, useRecording } from './use-recording.ts';
import { What } from './what.tsx';
import { Who } from './who.tsx';

export const recordPage = definePage({
  allow: ['leader'],
  frame: 'app',
  words: leaderWords,
  reads: readsOf,
  title: (words) => words.recordTitle,
  view: ({ words, where, data }) => <Recording words={words} where={where} data={data} />,
});

interface Given {
  readonly words: LeaderWords;
  readonly where: Where;
}

function Recording({ words, where, data }: Given & { data: RecordData }) {
  const form = useRecording(where, data);
  return (
    <>
      <Heading title={words.recordTitle} note={form.isRestored && !form.sent ? words.restored : undefined} />
      {form.sent && form.later ? (
        <form.later.Outcome words={words} where={where} members={form.members} sent={form.sent} />
      ) : (
        <Form words={words} where={where} form={form} />
      )}
    </>
  );
}

function Form({ words, where, form }: Given & { form: RecordingForm }) {
  const { draft, members, present, missing, later, submit, change } = form;
  const { look } = where;
  return (
    <form
      noValidate
      class="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit.run();
      }}
    >
      {later && <later.OutboxNote words={words} where={where} />}
      <div class="grid gap-4 lg:grid-cols-2 items-start">
        <What words={words} form={form} />
        <When words={words} draft={draft} now={where.now} onChange={change} />
      </div>
      <Who words={words} language={look.language} form={form} />
      {later && <later.Details draft={draft} where={where} onChange={change} />}
      <div class="flex flex-col gap-3">
        {submit.problem && <ProblemNote problem={submit.problem} look={look} />}
        {missing && <Warning>{words[missing]}</Warning>}
        <Button type="submit" wide disabled={submit.isBusy || !later || members.length === 0}>
          {words.submit(numberText(present.length, look.language))}
        </Button>
      </div>
    </form>
  );
}

interface WhenGiven {
  readonly words: LeaderWords;
  readonly draft: Draft;
  readonly now: number;
  onChange(change: Partial<Draft>): void;
}

const When = ({ words, draft, now, onChange }: WhenGiven) => (
  <Card title={words.whenTitle}>
    <div class="flex flex-col gap-3">
      <TextField
        label={words.day}
        type="date"
        max={dayOf(now)}
        value={draft.day}
        onInput={({ currentTarget }) => onChange({ day: currentTarget.value })}
        required
      />
      <SpanFields words={words} span={draft} onChange={({ from, to }) => onChange({ from, to })} />
    </div>
  </Card>
);
