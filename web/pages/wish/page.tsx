/** One wish at the community's desk: for whom it is, how far it has come, and what was said of it. */
import { type AnswerOf, read } from '../../api/read.ts';
import { dayText, numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Badge, Card, Heading } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { type WishesWords, wishesWords } from '../../words/wishes.ts';
import { Steps } from '../wish-desk/steps.tsx';

const readsOf = ({ params: { wish = '' } }: Where) => ({ wish: read('GET /api/wishes/{wish}', { params: { wish } }) });

export const wishPage = definePage({
  allow: ['unit_admin', 'district_admin'],
  frame: 'app',
  words: wishesWords,
  title: (words, data) => data?.wish.item ?? words.deskTitle,
  reads: readsOf,
  view: (view) => <Wish {...view} />,
});

type Opened = AnswerOf<'GET /api/wishes/{wish}'>;
interface Given {
  readonly words: WishesWords;
  readonly language: Language;
  readonly wish: Opened;
}

function Wish({ words, where, data: { wish }, refresh }: View<WishesWords, ReturnType<typeof readsOf>>) {
  const { language } = where.look;
  return (
    <div class="max-w-4xl mx-auto flex flex-col gap-4">
      <Heading title={wish.item} note={wish.unitName}>
        <LinkButton kind="quiet" href={`/wish-desk?unit=${wish.unit}`}>
          {words.toDesk}
        </LinkButton>
      </Heading>
      <div class="flex flex-wrap gap-2">
        <Badge tone={wish.state === 'granted' ? 'good' : 'info'}>{words.states[wish.state]}</Badge>
        {wish.late && <Badge tone="bad">{words.late}</Badge>}
      </div>
      <Steps words={words} where={where} wish={wish} onDone={refresh} />
      <div class="grid gap-4 lg:grid-cols-2 items-start">
        <Said words={words} language={language} wish={wish} />
        <div class="flex flex-col gap-4">
          <Whom words={words} contact={wish.contact} />
          <Proof words={words} wish={wish} />
        </div>
      </div>
    </div>
  );
}

const Said = ({ words, language, wish }: Given) => (
  <Card title={words.wishTitle}>
    <p class="mb-2">{wish.story}</p>
    <Facts
      of={[
        [words.yuan, numberText(wish.yuan, language)],
        [words.age, words.bands[wish.ageBand]],
        [words.pseudonym, wish.pseudonym],
        [words.claimer, wish.claimer],
        [words.dueTitle, wish.until && dayText(wish.until, language)],
        [words.reason, wish.reason],
        [words.said, wish.thanks?.map((phrase) => words.thanks[phrase]).join('、')],
      ]}
    />
  </Card>
);

const Whom = ({ words, contact }: { words: WishesWords; contact: Opened['contact'] }) => (
  <Card title={words.whom}>
    <Facts
      of={[
        [words.person, contact.name],
        [words.phone, contact.phone],
        [words.address, contact.address],
      ]}
    />
    <p class="mt-2 text-sm text-soft">{words.whomNote}</p>
  </Card>
);

const Proof = ({ words, wish: { proof, proofNote, photo } }: Pick<Given, 'words' | 'wish'>) =>
  proof === undefined ? null : (
    <Card title={words.proof}>
      <Facts
        of={[
          [words.proof, words.proofs[proof]],
          [words.proofNote, proofNote],
        ]}
      />
      {photo && <img src={photo} alt={words.photoAlt} class="mt-3 max-h-60 rounded-lg border border-line" />}
    </Card>
  );
