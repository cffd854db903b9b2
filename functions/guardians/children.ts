/** A guardian's children: every guardian's post of the sign-in that has not ended. */
import type { guardians } from '../../shared/contracts/guardians.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { postsOf } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { Tools } from '../platform/tools.ts';
import { showPerson } from '../volunteers/index.ts';

type Route = (typeof guardians)['GET /api/me/children'];

export async function listChildren({ who, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const posts = (await postsOf(tools, who)).filter(({ role, until = now + 1 }) => role === 'guardian' && now < until);
  const people = await Promise.all(posts.map(({ scope }) => showPerson(tools, who, scope, now)));
  const children = posts.flatMap((post, at) => {
    const person = people[at];
    if (!person) return [];
    const { id, name, class: label, schoolName, consent } = person;
    return [
      { volunteer: id, post: post.id, name, class: label, schoolName, consent, current: post.id === who.post.id },
    ];
  });
  return { items: children };
}
