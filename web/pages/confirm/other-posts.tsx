/** Whoever has no phone at hand may still act in a post that needs no code, or leave. */
import { send } from '../../api/send.ts';
import type { Session, Where } from '../../page.ts';
import { homeOf } from '../../shell/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ProofWords } from '../../words/proof.ts';
import { shellWords } from '../../words/shell.ts';

interface OtherPostsGiven {
  readonly words: ProofWords;
  readonly where: Where;
  readonly session: Session;
}

export function OtherPosts({ words, where, session }: OtherPostsGiven) {
  const take = useAction(async (post: string) => {
    const taken = await send('POST /api/session/post', { body: { post } });
    location.assign(homeOf(taken.post.role));
  });
  const signOut = useAction(async () => {
    const { forgetKept } = await import('../../api/outbox.ts');
    await send('DELETE /api/session', { body: {} });
    await forgetKept();
    location.assign('/sign-in');
  });
  const others = session.posts.filter(({ id }) => id !== session.post.id);
  const problem = take.problem ?? signOut.problem;
  const { roles } = shellWords[where.look.language];
  return (
    <div class="flex flex-col gap-2">
      {others.length > 0 && <p class="text-soft">{words.postsLead}</p>}
      {others.map(({ id, role, unitName, scopeName }) => (
        <Button key={id} kind="quiet" wide disabled={take.isBusy} onClick={() => take.run(id)}>
          <span class="truncate">
            {roles[role]} · {scopeName ?? unitName}
          </span>
        </Button>
      ))}
      {problem && <ProblemNote problem={problem} look={where.look} />}
      <button type="button" class="link min-h-12" onClick={() => signOut.run()}>
        {words.signOut}
      </button>
    </div>
  );
}
