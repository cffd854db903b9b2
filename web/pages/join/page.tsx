import { definePage } from '../../page.ts';
import { Heading } from '../../ui/card.tsx';
import { peopleWords } from '../../words/people.ts';
import { Register } from './register.tsx';
import { Status } from './status.tsx';

/** Whoever is on no roster, or has no card, registers; the receipt shows what the school said. */
export const joinPage = definePage({
  allow: 'anyone',
  frame: 'app',
  words: peopleWords,
  title: (words) => words.joinTitle,
  reads: () => ({}),
  view: ({ words, where: { look, query } }) => (
    <div class="max-w-md mx-auto">
      <Heading title={words.joinTitle} note={words.joinLead} />
      <div class="grid gap-4">
        <Register words={words} look={look} school={query.school ?? ''} />
        <Status words={words} look={look} />
      </div>
    </div>
  ),
});
