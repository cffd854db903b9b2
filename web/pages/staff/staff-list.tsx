/** Colleagues with their posts, a new code for each, and an end to each post. */
import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { SchoolWords } from '../../words/school.ts';
import type { Invited } from './one-time-code.tsx';

type Staff = ItemOf<'GET /api/staff'>;
type Post = Staff['posts'][number];

interface Wish {
  readonly colleague: Staff;
  /** The post to end; absent for a new code. */
  readonly post?: Post;
}
interface StaffListGiven {
  readonly words: SchoolWords;
  readonly where: Where;
  readonly staff: readonly Staff[];
  onRenewed(invited: Invited): Promise<void>;
  onEnded(told: string): Promise<void>;
}

/** Posts with a word in this area; others are shown as the API calls them. */
const roleText = (words: SchoolWords, role: Post['role']) =>
  (words.roles as Readonly<Record<string, string>>)[role] ?? role;

export function StaffList({ words, where, staff, onRenewed, onEnded }: StaffListGiven) {
  const [wish, setWish] = useState<Wish>();
  return (
    <>
      <ul class="bg-card rounded-2xl border border-line divide-y divide-line print:hidden">
        {staff.map((colleague) => (
          <Colleague
            key={colleague.account}
            words={words}
            colleague={colleague}
            isSelf={colleague.account === where.session?.account}
            onWish={setWish}
          />
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

interface ColleagueGiven {
  readonly words: SchoolWords;
  readonly colleague: Staff;
  readonly isSelf: boolean;
  onWish(wish: Wish): void;
}

const Colleague = ({ words, colleague, isSelf, onWish }: ColleagueGiven) => (
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
        <li key={post.id} class="flex items-center gap-2">
          <Badge tone="good">{roleText(words, post.role)}</Badge>
          <span class="flex-1 min-w-0 text-sm text-soft">{post.unitName}</span>
          {!isSelf && (
            <button
              type="button"
              class="min-h-12 px-3 font-bold text-danger whitespace-nowrap"
              aria-label={words.endLabel(roleText(words, post.role), colleague.name)}
              onClick={() => onWish({ colleague, post })}
            >
              {words.end}
            </button>
          )}
        </li>
      ))}
    </ul>
    {!isSelf && colleague.posts.length > 0 && (
      <Button kind="quiet" onClick={() => onWish({ colleague })}>
        {words.renew}
      </Button>
    )}
  </li>
);

interface WishDialogGiven extends Omit<StaffListGiven, 'staff'> {
  readonly wish: Wish;
  onClose(): void;
}

/** Both wishes take something from somebody: they are asked about first. */
function WishDialog({ words, where, wish: { colleague, post }, onRenewed, onEnded, onClose }: WishDialogGiven) {
  const { account, name } = colleague;
  const role = post ? roleText(words, post.role) : '';
  const title = post ? words.endAsk(role, name) : words.renewAsk(name);
  const grant = useAction(async () => {
    if (post) {
      const params = { account, post: post.id };
      await send('DELETE /api/staff/{account}/posts/{post}', { params, body: {} });
      await onEnded(words.ended(role, name));
    } else {
      await onRenewed(await send('POST /api/staff/{account}/codes', { params: { account }, body: {} }));
    }
    onClose();
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="flex flex-col gap-4">
        <p>{post ? words.endNext : words.renewNext}</p>
        {grant.problem && <ProblemNote problem={grant.problem} look={where.look} />}
        <div class="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button kind={post ? 'danger' : 'main'} disabled={grant.isBusy} onClick={() => grant.run()}>
            {post ? words.end : words.renewDo}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
