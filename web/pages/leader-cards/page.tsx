import { useState } from 'preact/hooks';
import { read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Empty, Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type CardRequestWords, cardRequestWords } from '../../words/card-requests.ts';

const teamOf = ({ session }: Where) => session?.post.scope ?? '';
const readsOf = (where: Where) => ({
  members: read('GET /api/teams/{team}/members', {
    params: { team: teamOf(where) },
    query: { cursor: where.query.cursor },
  }),
});

export const leaderCardsPage = definePage({
  allow: ['leader'],
  frame: 'app',
  words: cardRequestWords,
  title: (words) => words.title,
  reads: readsOf,
  view: (view) => <LeaderCards {...view} />,
});

function LeaderCards({ words, where, data: { members } }: View<CardRequestWords, ReturnType<typeof readsOf>>) {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(0);
  const count = (number: number) => numberText(number, where.look.language);
  const ask = useAction(async () => {
    const params = { team: teamOf(where) };
    const { items } = await send('POST /api/teams/{team}/card-requests', { params, body: { volunteers: [...picked] } });
    setAsked(items.filter(({ outcome }) => outcome === 'done').length);
    setPicked([]);
  });
  const pick = (id: string, isPicked: boolean) =>
    setPicked((before) => (isPicked ? [...before, id] : before.filter((one) => one !== id)));
  return (
    <div class="max-w-3xl mx-auto flex flex-col gap-4">
      <Heading title={words.title} note={words.lead}>
        <LinkButton kind="quiet" href="/leader">
          {words.back}
        </LinkButton>
      </Heading>
      {members.items.length === 0 && (
        <Empty title={words.nobody}>
          <p>{words.nobodyNext}</p>
        </Empty>
      )}
      {asked > 0 && <DoneNote>{words.asked(count(asked))}</DoneNote>}
      {ask.problem && <ProblemNote problem={ask.problem} look={where.look} />}
      {members.items.length > 0 && (
        <ul class="bg-card rounded-2xl border border-line divide-y divide-line">
          {members.items.map(({ volunteer, name, class: label, number }) => (
            <li key={volunteer} class="flex flex-wrap items-center gap-x-3 pr-3">
              <TickBox
                label={words.pick(name)}
                checked={picked.includes(volunteer)}
                onChange={(isPicked) => pick(volunteer, isPicked)}
              >
                <span>
                  <span class="font-bold">{name}</span>{' '}
                  <span class="text-soft">
                    {label} {number}
                  </span>
                </span>
              </TickBox>
              <a
                href={`/redeem-for/${volunteer}`}
                aria-label={words.redeemFor(name)}
                class="ml-auto inline-flex items-center min-h-12 px-2 text-brand font-bold"
              >
                {words.redeem}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Button class="self-start" disabled={ask.isBusy || picked.length === 0} onClick={() => ask.run()}>
        {words.ask(count(picked.length))}
      </Button>
      <Turn path={where.path} query={where.query} next={members.next} labels={words} />
    </div>
  );
}
