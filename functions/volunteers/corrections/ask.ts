/** A guardian, or the pupil, says what is wrong or should be deleted; the school answers in writing. */
import type { corrections } from '../../../shared/contracts/guardians.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import type { Ask } from '../../platform/ask.ts';
import { pageOf } from '../../platform/http/cursor.ts';
import type { GuardedStory } from '../../platform/http/story.ts';
import { subjectOf } from '../../platform/identity/who.ts';
import type { Item } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { askingWrites, type Correction, correctionAt, correctionOf, correctionsOf, requestNamedBy } from './rows.ts';

type AskRoute = (typeof corrections)['POST /api/me/correction-requests'];
type ListRoute = (typeof corrections)['GET /api/me/correction-requests'];

export const askCorrection: GuardedStory<AskRoute> = {
  async plan({ who, body, now }, tools) {
    const correction: Correction = {
      id: tools.newId(now),
      volunteer: subjectOf(who),
      school: who.post.unit,
      about: body.about,
      at: now,
      by: who.person,
      byRole: who.post.role,
      state: 'open',
      words: { text: body.text },
    };
    const writes = askingWrites(tools, who.district, correction);
    return { result: correction.id, writes, answer: showCorrection(correction) };
  },
  async show({ who }, tools, id) {
    const [correction] = await readCorrections(tools, who.district, [id]);
    if (!correction) throw new Error('A request has vanished');
    return showCorrection(correction);
  },
};

export async function listMyCorrections({ who, query }: Ask<ListRoute>, tools: Tools): Promise<Answer<ListRoute>> {
  const { items, next } = await pageOf(tools, correctionsOf(who.district, subjectOf(who)), query);
  return { items: (await readNamed(tools, who.district, items)).map(showCorrection), next };
}

/** The requests that lines of a list name, in their order. */
export const readNamed = (tools: Tools, district: string, lines: readonly Item[]) =>
  readCorrections(tools, district, lines.map(requestNamedBy));

async function readCorrections(tools: Tools, district: string, ids: readonly string[]): Promise<Correction[]> {
  const items = ids.length === 0 ? [] : await tools.store.get(ids.map((id) => correctionAt(district, id)));
  return items.map((item) => correctionOf(tools, district, item)).filter((one) => one !== undefined);
}

type Shown = Answer<AskRoute>;
export const showCorrection = ({ id, about, at, byRole, state, answeredAt, words }: Correction): Shown => ({
  id,
  about: about as Shown['about'],
  text: words.text,
  at: new Date(at).toISOString(),
  byRole,
  state,
  answer: words.answer,
  answeredAt: answeredAt === undefined ? undefined : new Date(answeredAt).toISOString(),
});
