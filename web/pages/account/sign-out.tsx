import { forgetKept } from '../../api/outbox.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { AccountWords } from '../../words/account.ts';

export function SignOut({ words, look }: { words: AccountWords; look: Look }) {
  const signOut = useAction(async () => {
    await send('DELETE /api/session', { body: {} });
    await forgetKept();
    location.assign('/');
  });
  return (
    <div class="grid gap-2 text-center">
      {signOut.problem && <ProblemNote problem={signOut.problem} look={look} />}
      <Button kind="danger" wide disabled={signOut.isBusy} onClick={signOut.run}>
        <Icon of={icons.leave} />
        {words.signOut}
      </Button>
      <p class="text-sm text-soft">{words.signOutHint}</p>
    </div>
  );
}
