/** Whom the last roster does not name: the school says who has left, in one call. */
import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Empty, Heading } from '../../ui/card.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { YearWords } from '../../words/year.ts';

interface Given {
  readonly words: YearWords;
  readonly where: Where;
  readonly missing: AnswerOf<'GET /api/imports/{import}/missing'>;
  readonly school: string;
  refresh(): Promise<void>;
}
/** What one call takes. */
const atOnceMax = 100;

export function Missing({ words, where, missing: { items, total }, school, refresh }: Given) {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const shown = items.slice(0, atOnceMax);
  const mark = useAction(async () => {
    await send('POST /api/schools/{school}/leavers', { params: { school }, body: { volunteers: [...picked] } });
    setPicked([]);
    await refresh();
  });
  const pick = (id: string, isPicked: boolean) =>
    setPicked((before) => (isPicked ? [...before, id] : before.filter((one) => one !== id)));
  return (
    <div class="max-w-3xl mx-auto flex flex-col gap-4">
      <Heading title={words.missingTitle} note={words.missingLead}>
        <LinkButton kind="quiet" href={`/leavers?unit=${school}`}>
          {words.goLeavers}
        </LinkButton>
      </Heading>
      {shown.length === 0 && (
        <Empty title={words.missingNone}>
          <p>{words.missingNoneNext}</p>
        </Empty>
      )}
      {total > shown.length && <p>{words.missingMore(numberText(total, where.look.language))}</p>}
      {shown.length > 0 && (
        <TickBox
          checked={picked.length === shown.length}
          onChange={(isPicked) => setPicked(isPicked ? shown.map(({ id }) => id) : [])}
        >
          {words.pickAll}
        </TickBox>
      )}
      <ul class="bg-card rounded-2xl border border-line divide-y divide-line">
        {shown.map(({ id, name, class: label, number }) => (
          <li key={id}>
            <TickBox label={words.pick(name)} checked={picked.includes(id)} onChange={(isPicked) => pick(id, isPicked)}>
              <span>
                <span class="font-bold">
                  {label} {name}
                </span>{' '}
                <span class="text-soft">{number}</span>
              </span>
            </TickBox>
          </li>
        ))}
      </ul>
      {mark.problem && <ProblemNote problem={mark.problem} look={where.look} />}
      {shown.length > 0 && (
        <Button class="self-start" disabled={mark.isBusy || picked.length === 0} onClick={() => mark.run()}>
          {words.markLeft(numberText(picked.length, where.look.language))}
        </Button>
      )}
    </div>
  );
}
