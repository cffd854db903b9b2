/** Acts as somebody else that one also is: teacher here, leader there. */
import { send } from '../../api/send.ts';
import { lastDayText } from '../../format.ts';
import type { Look } from '../../look.ts';
import type { Session } from '../../page.ts';
import { homeOf } from '../../shell/navigation.ts';
import { Badge, Card } from '../../ui/card.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { AccountWords } from '../../words/account.ts';
import { shellWords } from '../../words/shell.ts';

interface PostsGiven {
  readonly words: AccountWords;
  readonly look: Look;
  readonly session: Session;
}

export function Posts({ words, look, session }: PostsGiven) {
  const take = useAction(async (post: string) => {
    const taken = await send('POST /api/session/post', { body: { post } });
    location.assign(homeOf(taken.post.role));
  });
  const { roles } = shellWords[look.language];
  return (
    <Card title={words.posts}>
      <p class="text-soft mb-3">{words.postsLead}</p>
      {take.problem && <ProblemNote problem={take.problem} look={look} />}
      <ul class="grid gap-2">
        {session.posts.map(({ id, role, unitName, scopeName, until }) => (
          <li key={id}>
            <button
              type="button"
              disabled={take.isBusy || id === session.post.id}
              onClick={() => take.run(id)}
              class="w-full min-h-12 px-4 py-2 flex flex-wrap items-center justify-between gap-2 rounded-xl border border-line text-left font-bold hover:bg-brand-soft"
            >
              {words.postOf(roles[role], scopeName ?? unitName)}
              {until && role !== 'guardian' && (
                <span class="text-soft">{words.until(lastDayText(until, look.language))}</span>
              )}
              {id === session.post.id && <Badge tone="good">{words.postNow}</Badge>}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
