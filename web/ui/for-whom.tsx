import type { ItemOf } from '../api/read.ts';

interface ForWhomGiven {
  readonly words: {
    forGrades(from: number, to: number): string;
    forStars(level: number): string;
    perPerson(count: number, days: number): string;
  };
  readonly item: Pick<ItemOf<'GET /api/items'>, 'grades' | 'starMin' | 'perPerson'>;
}

/** For whom a reward is, and how often; nothing where it is for everybody. */
export function ForWhom({ words, item: { grades, starMin, perPerson } }: ForWhomGiven) {
  const said = [
    grades && words.forGrades(grades.from, grades.to),
    starMin && words.forStars(starMin),
    perPerson && words.perPerson(perPerson.count, perPerson.days),
  ].filter(Boolean);
  return said.length === 0 ? null : <p class="text-sm text-soft">{said.join(' · ')}</p>;
}
