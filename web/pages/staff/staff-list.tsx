/** Colleagues with their posts, and what may be done about each. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { lastDayText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/card.tsx';
import type { SchoolWords } from '../../words/school.ts';
import { standingInWords } from '../../words/standing-in.ts';
import type { Invited } from './one-time-code.tsx';
import { type Post, roleText, type Staff, type Wish, WishDialog } from './wish-dialog.tsx';

interface StaffListGiven {
  readonly words: SchoolWords;
  readonly where: Where;
  readonly staff: readonly Staff[];
  onRenewed(invited: Invited): Promise<void>;
  onEnded(told: string): Promise<void>;
}

export function StaffList({ words, where, staff, onRenewed, onEnded }: StaffListGiven) {
  const [wish, setWish] = useState<Wish>();
  return (
    <>
      <ul class="bg-card rounded-2xl border border-line divide-y divide-line print:hidden">
        {staff.map((colleague) => (
          <Colleague key={colleague.account} words={words} where={where} colleague={colleague} onWish={setWish} />
        ))}
      </ul>
      {wish && (
        <WishDialog
          words={words}
          where={where}
          wish={wish}
          onRenewed={onRenewed}
          onEnded={onEnded}
          onClose={() => setWish(undefined)}
        />
      )}
    </>
  );
}

interface ColleagueGiven extends Pick<StaffListGiven, 'words' | 'where'> {
  readonly colleague: Staff;
  onWish(wish: Wish): void;
}

function Colleague({ words, where, colleague, onWish }: ColleagueGiven) {
  const isSelf = colleague.account === where.session?.account;
  return (
    <li class="p-4 flex flex-wrap items-center gap-x-6 gap-y-2">
      <div class="w-full sm:w-48">
        <p class="font-bold">
          {colleague.name} {isSelf && <Badge tone="info">{words.you}</Badge>}
        </p>
        <p class="text-sm text-soft">{colleague.login}</p>
      </div>
      <ul class="w-full sm:w-auto sm:flex-1 flex flex-col gap-1">
        {colleague.posts.length === 0 && <li class="text-soft">{words.inactive}</li>}
        {colleague.posts.map((post) => (
          <PostLine key={post.id} {...{ words, where, post }}>
            {!isSelf && (
              <button
                type="button"
                class="min-h-12 px-3 font-bold text-danger whitespace-nowrap"
                aria-label={words.endLabel(roleText(words, post.role), colleague.name)}
                onClick={() => onWish({ kind: 'end', colleague, post })}
              >
                {words.end}
              </button>
            )}
          </PostLine>
        ))}
      </ul>
      {!isSelf && colleague.posts.length > 0 && <Wishes {...{ words, where, colleague, onWish }} />}
    </li>
  );
}

interface PostLineGiven extends Pick<ColleagueGiven, 'words' | 'where'> {
  readonly post: Post;
  readonly children: ComponentChildren;
}

function PostLine({ words, where: { look }, post: { role, unitName, scopeName, until }, children }: PostLineGiven) {
  const { untilDay } = standingInWords[look.language];
  return (
    <li class="flex items-center gap-2">
      <Badge tone="good">{roleText(words, role)}</Badge>
      <span class="flex-1 min-w-0 text-sm text-soft">
        {scopeName ?? unitName} {until && untilDay(lastDayText(until, look.language))}
      </span>
      {children}
    </li>
  );
}

function Wishes({ words, where, colleague, onWish }: ColleagueGiven) {
  const more = standingInWords[where.look.language];
  const wish = (kind: 'renew' | 'leave' | 'reset') => () => onWish({ kind, colleague });
  const labelled = (text: string) => `${text}：${colleague.name}`;
  return (
    <div class="flex flex-wrap gap-2">
      <Button kind="quiet" onClick={wish('renew')}>
        {words.renew}
      </Button>
      {colleague.hasTotp && (
        <Button kind="quiet" aria-label={labelled(more.reset)} onClick={wish('reset')}>
          {more.reset}
        </Button>
      )}
      <Button kind="quiet" aria-label={labelled(more.leave)} onClick={wish('leave')}>
        {more.leave}
      </Button>
    </div>
  );
}
