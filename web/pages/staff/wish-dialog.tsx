/** What an administrator wishes to do about a colleague. Each wish takes something from somebody: it is asked first. */
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProofNote } from '../../ui/proof-note.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { SchoolWords } from '../../words/school.ts';
import { standingInWords } from '../../words/standing-in.ts';
import type { Invited } from './one-time-code.tsx';

export type Staff = ItemOf<'GET /api/staff'>;
export type Post = Staff['posts'][number];

export type Wish =
  | { readonly kind: 'renew' | 'leave' | 'reset'; readonly colleague: Staff }
  | { readonly kind: 'end'; readonly colleague: Staff; readonly post: Post };

/** Posts with a word in this area; others are shown as the API calls them. */
export const roleText = (words: SchoolWords, role: Post['role']) =>
  (words.roles as Readonly<Record<string, string>>)[role] ?? role;

interface WishDialogGiven {
  readonly words: SchoolWords;
  readonly where: Where;
  readonly wish: Wish;
  onRenewed(invited: Invited): Promise<void>;
  onEnded(told: string): Promise<void>;
  onClose(): void;
}

export function WishDialog({ words, where, wish, onRenewed, onEnded, onClose }: WishDialogGiven) {
  const { title, note, does } = wordsOf(words, where, wish);
  const grant = useAction(async () => {
    const told = await fulfil(words, where, wish);
    if (typeof told === 'string') await onEnded(told);
    else await onRenewed(told);
    onClose();
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="flex flex-col gap-4">
        <p>{note}</p>
        <ProofNote where={where} problem={grant.problem} />
        <div class="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button kind={wish.kind === 'renew' ? 'main' : 'danger'} disabled={grant.isBusy} onClick={() => grant.run()}>
            {does}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

const standingIn = ({ look }: Where) => standingInWords[look.language];

function wordsOf(words: SchoolWords, where: Where, wish: Wish) {
  const { name } = wish.colleague;
  const more = standingIn(where);
  switch (wish.kind) {
    case 'renew':
      return { title: words.renewAsk(name), note: words.renewNext, does: words.renewDo };
    case 'end':
      return { title: words.endAsk(roleText(words, wish.post.role), name), note: words.endNext, does: words.end };
    case 'leave':
      return { title: more.leaveAsk(name), note: more.leaveNext, does: more.leaveDo };
    case 'reset':
      return { title: more.resetAsk(name), note: more.resetNext, does: more.resetDo };
  }
}

/** @returns what to say of it, or the colleague with the new code */
async function fulfil(words: SchoolWords, where: Where, wish: Wish): Promise<string | Invited> {
  const { account, name } = wish.colleague;
  const params = { account };
  const more = standingIn(where);
  switch (wish.kind) {
    case 'renew':
      return send('POST /api/staff/{account}/codes', { params, body: {} });
    case 'end':
      await send('DELETE /api/staff/{account}/posts/{post}', { params: { account, post: wish.post.id }, body: {} });
      return words.ended(roleText(words, wish.post.role), name);
    case 'leave':
      await send('DELETE /api/staff/{account}/posts', { params, body: {} });
      return more.left(name);
    case 'reset':
      await send('DELETE /api/staff/{account}/totp', { params, body: {} });
      return more.wasReset(name);
  }
}
