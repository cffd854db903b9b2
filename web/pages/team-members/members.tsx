/** A team's members; those who are ticked can be taken out. */
import { useState } from 'preact/hooks';
import type { AnswerOf, ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { SchoolWords } from '../../words/school.ts';
import { peopleAtOnce } from './add-dialog.tsx';

interface MembersGiven {
  readonly words: SchoolWords;
  readonly where: Where;
  readonly team: AnswerOf<'GET /api/teams/{team}'>;
  readonly members: readonly ItemOf<'GET /api/teams/{team}/members'>[];
  onDone(told: string): Promise<void>;
}

export function Members({ words, where, team, members, onDone }: MembersGiven) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const chosen = members.map(({ volunteer }) => volunteer).filter((id) => ticked.has(id));
  const count = numberText(chosen.length, where.look.language);
  const remove = useAction(async () => {
    for (let start = 0; start < chosen.length; start += peopleAtOnce) {
      const volunteers = chosen.slice(start, start + peopleAtOnce);
      await send('POST /api/teams/{team}/departures', { params: { team: team.id }, body: { volunteers } });
    }
    setAsking(false);
    setTicked(new Set());
    await onDone(words.removed(count));
  });
  const tick = (id: string, isTicked: boolean) =>
    setTicked(new Set(isTicked ? [...ticked, id] : [...ticked].filter((other) => other !== id)));
  return (
    <>
      <ul class="grid gap-x-6 md:grid-cols-2 xl:grid-cols-3">
        {members.map(({ volunteer, name, number, class: className }) => (
          <li key={volunteer} class="border-t border-line">
            <TickBox checked={ticked.has(volunteer)} onChange={(isTicked) => tick(volunteer, isTicked)}>
              <span class="min-w-0">
                <span class="block font-bold">{name}</span>
                <span class="block text-sm text-soft tabular-nums">
                  {className} · {number}
                </span>
              </span>
            </TickBox>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && (
        <Button kind="danger" class="mt-3" onClick={() => setAsking(true)}>
          {words.removeDo(count)}
        </Button>
      )}
      {isAsking && (
        <Dialog title={words.removeAsk(count)} onClose={() => setAsking(false)}>
          <div class="flex flex-col gap-4">
            <p>{words.removeNext}</p>
            {remove.problem && <ProblemNote problem={remove.problem} look={where.look} />}
            <div class="flex flex-wrap justify-end gap-2">
              <Button kind="quiet" onClick={() => setAsking(false)}>
                {words.cancel}
              </Button>
              <Button kind="danger" disabled={remove.isBusy} onClick={() => remove.run()}>
                {words.removeDo(count)}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
