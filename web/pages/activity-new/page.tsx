/** One form for a single activity and for a term of a duty; filled in already when something is published again. */
import { useState } from 'preact/hooks';
import { type AnswerOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type ActivityWords, activityWords } from '../../words/activities.ts';
import { bodyOf } from './form.ts';
import { What } from './what.tsx';
import { When } from './when.tsx';

const shownMax = 20;
const readsOf = ({ session }: Where) => ({
  published: read('GET /api/activities', { query: { team: session?.post.scope ?? '', limit: shownMax } }),
});
type Given = View<ActivityWords, ReturnType<typeof readsOf>>;

export const activityNewPage = definePage({
  allow: ['leader'],
  frame: 'app',
  words: activityWords,
  title: (words) => words.newTitle,
  reads: readsOf,
  view: (view) => <Publish {...view} />,
});

function Publish({ words, where, data }: Given) {
  const known = data.published.items.find(({ id }) => id === where.query.like);
  const [isDuty, setDuty] = useState(known?.duty !== undefined);
  const [done, setDone] = useState<AnswerOf<'POST /api/activities'>>();
  const publish = useAction(async (form: FormData) => {
    setDone(await send('POST /api/activities', { body: bodyOf(form, isDuty) }));
    scrollTo(0, 0);
  });
  if (done) {
    return (
      <div class="max-w-2xl mx-auto flex flex-col gap-4">
        <DoneNote>{words.donePublish(numberText(done.shifts.length, where.look.language))}</DoneNote>
        <LinkButton wide href={`/leader/activities/${done.shifts[0]?.id}`}>
          {words.seeShifts}
        </LinkButton>
        <LinkButton kind="quiet" wide href="/leader/activities">
          {words.back}
        </LinkButton>
      </div>
    );
  }
  return (
    <form
      class="max-w-2xl mx-auto flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        publish.run(new FormData(event.currentTarget));
      }}
    >
      <Heading title={words.newTitle} note={words.newLead}>
        <LinkButton kind="quiet" href="/leader/activities">
          {words.back}
        </LinkButton>
      </Heading>
      <What words={words} known={known} />
      <Card title={words.whenTitle}>
        <When words={words} known={known} now={where.now} isDuty={isDuty} setDuty={setDuty} />
      </Card>
      {publish.problem && <ProblemNote problem={publish.problem} look={where.look} />}
      <Button type="submit" wide disabled={publish.isBusy}>
        {words.doPublish}
      </Button>
    </form>
  );
}
