/** A login card of the demo that waits to be printed anew. */
import type { Cast, Places } from './demo-people.ts';

/** A member has forgotten the PIN, and the leader, who is signed in, asks the school for a new card. */
export async function requestCard({ leader }: Cast, { teams }: Places): Promise<void> {
  const { id: team = '', members = [] } = teams[0] ?? {};
  const { posts } = await leader.must('GET /api/session', {});
  const post = posts.find(({ scope }) => scope === team)?.id ?? '';
  await leader.must('POST /api/session/post', { body: { post } });
  await leader.must('POST /api/teams/{team}/card-requests', {
    params: { team },
    body: { volunteers: members.slice(6, 7) },
  });
}
