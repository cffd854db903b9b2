/** The lines of the comparison: what the one has, what the other has, and what there is afterwards. */
import type { AnswerOf } from '../../api/read.ts';
import type { MergesWords } from '../../words/merges.ts';

type Shown = AnswerOf<'GET /api/merges/preview'>;
type Side = Shown['kept'];
type Line = readonly [name: string, kept: string, merged: string, after: string];

export function linesOf({ kept, merged, after }: Shown, words: MergesWords, number: (count: number) => string): Line[] {
  const line = (name: string, of: (side: Side) => string, then: string): Line => [name, of(kept), of(merged), then];
  const teams = (names: readonly string[]) => names.join('、') || words.none;
  const gifts = ({ gifts: { open, claimed } }: Side) => words.giftsOf(number(open), number(claimed));
  return [
    line(words.name, ({ name }) => name, kept.name),
    line(words.number, (side) => side.number, kept.number),
    line(words.class, (side) => `${side.school} ${side.class}`, `${kept.school} ${kept.class}`),
    line(words.birthDate, (side) => side.birthDate, kept.birthDate),
    line(words.consent, ({ consented }) => (consented ? words.consented : words.notConsented), consent(kept, words)),
    line(words.card, ({ activated }) => (activated ? words.activated : words.notActivated), card(kept, words)),
    line(words.records, ({ records }) => number(records), number(kept.records + merged.records)),
    line(words.minutes, ({ minutes }) => number(minutes), number(after.minutes)),
    line(words.points, ({ points }) => number(points), number(after.points)),
    line(words.debt, ({ debt }) => number(debt), number(after.debt)),
    line(words.gifts, gifts, words.giftsOnce),
    line(words.redemptions, ({ openRedemptions }) => number(openRedemptions), number(kept.openRedemptions)),
    line(words.teams, (side) => teams(side.teams), teams([...new Set([...kept.teams, ...merged.teams])])),
  ];
}

const consent = ({ consented }: Side, words: MergesWords) => (consented ? words.consented : words.notConsented);
const card = ({ activated }: Side, words: MergesWords) => (activated ? words.activated : words.notActivated);
