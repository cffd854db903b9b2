/** Login cards as they are printed: A4, eight a page, to be cut along the lines. */
import { useEffect } from 'preact/hooks';
import { numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import type { SchoolWords } from '../../words/school.ts';
import type { Cards } from './shown.ts';

interface SheetGiven {
  readonly words: SchoolWords;
  readonly where: Where;
  readonly cards: Cards;
  /** 三(2)班 */
  readonly className: string;
}

const cardsPerPage = 8;

export function Sheet({ words, where, cards, className }: SheetGiven) {
  useEffect(() => {
    // Nobody sees these codes again: leaving is asked about first.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);
  const parts = partsOf(cards);
  const pages = Array.from({ length: Math.ceil(parts.length / cardsPerPage) }, (_, page) =>
    parts.slice(page * cardsPerPage, (page + 1) * cardsPerPage),
  );
  const made = words.made(numberText(cards.items.length, where.look.language));
  return (
    <>
      <div class="print:hidden">
        <Heading title={made} note={words.madeNext}>
          <Button onClick={() => window.print()}>
            <Icon of={icons.print} class="size-5" />
            {words.print}
          </Button>
          <LinkButton kind="quiet" href={where.path}>
            {words.more}
          </LinkButton>
        </Heading>
        {cards.leftOut.length > 0 && (
          <Card title={words.leftOut} class="mb-4">
            <p>{cards.leftOut.join('、')}</p>
            <a class="link inline-flex items-center min-h-12" href="/pupils">
              {words.needsConsent}
            </a>
          </Card>
        )}
      </div>
      {pages.map((items, page) => (
        <ul
          key={items[0]?.code}
          class={`grid sm:grid-cols-2 print:grid-cols-2 gap-4 print:gap-0 mb-4 print:mb-0 ${page > 0 ? 'print:break-before-page' : ''}`}
        >
          {items.map((card) => (
            <LoginCard key={card.code} words={words} school={cards.school} card={card} of={className} />
          ))}
        </ul>
      ))}
    </>
  );
}

type Part = Cards['items'][number] & { readonly isGuardian: boolean };

/** A pupil's part and the guardian's lie side by side, to be cut apart. */
function partsOf({ items, guardianCards }: Cards): Part[] {
  const own = new Map(items.map((card) => [card.id, card]));
  const alone = items.filter(({ id }) => guardianCards.every((card) => card.id !== id));
  return [
    ...guardianCards.flatMap((card) => {
      const pupil = own.get(card.id);
      const guardian = { ...card, isGuardian: true };
      return pupil ? [{ ...pupil, isGuardian: false }, guardian] : [guardian];
    }),
    ...alone.map((card) => ({ ...card, isGuardian: false })),
  ];
}

interface LoginCardGiven {
  readonly words: SchoolWords;
  readonly school: string;
  readonly card: Part;
  readonly of: string;
}

/**
 * The code stands behind the hash of the address, which a browser sends to nobody; on a pupil's part the pupil's number
 * follows it, by which a leader checks the card's owner in. Cards are made in the browser only,
 * which knows best by which address it came here.
 */
const LoginCard = ({ words, school, card: { id, name, number, code, isGuardian }, of }: LoginCardGiven) => (
  <li
    aria-label={isGuardian ? `${words.card(name)} ${words.guardianPart}` : words.card(name)}
    class="flex flex-wrap sm:flex-nowrap print:flex-nowrap items-center gap-3 print:gap-2 min-h-60 print:h-60 p-4 print:p-3 bg-card rounded-2xl print:rounded-none border border-dashed border-control break-inside-avoid overflow-hidden"
  >
    <QrCode
      text={`${location.origin}${pathFor(isGuardian)}#${code}${isGuardian ? '' : `.${id}`}`}
      label={words.codeLink(isGuardian ? `${name} ${words.guardianPart}` : name)}
      class="w-28 h-28 sm:w-32 sm:h-32 print:w-28 print:h-28 shrink-0"
    />
    <div class="w-full sm:w-auto print:w-auto flex flex-col gap-1 print:gap-0 min-w-0">
      <p class="text-xs text-soft">{isGuardian ? words.guardianPart : words.cardTitle}</p>
      <p class="text-xl font-bold">{name}</p>
      <p class="text-sm">{of}</p>
      <dl class="text-sm grid grid-cols-[auto_1fr] gap-x-2">
        <dt class="text-soft">{words.schoolCode}</dt>
        <dd class="font-bold tabular-nums">{school}</dd>
        <dt class="text-soft">{words.number}</dt>
        <dd class="font-bold tabular-nums">{number}</dd>
        <dt class="text-soft">{words.code}</dt>
        <dd class="font-bold font-mono whitespace-nowrap">{code}</dd>
      </dl>
      <p class="text-xs text-soft">{isGuardian ? words.guardianScan : words.scan}</p>
      <p class="text-xs break-all">
        {location.origin}
        {pathFor(isGuardian)}
      </p>
    </div>
  </li>
);

const pathFor = (isGuardian: boolean) => (isGuardian ? '/activate/guardian' : '/activate');
