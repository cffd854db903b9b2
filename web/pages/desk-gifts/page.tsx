import { useState } from 'preact/hooks';
import { type Data, read } from '../../api/read.ts';
import { dayText } from '../../format.ts';
import { definePage, type Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Turn } from '../../ui/filter.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import { type GiftsWords, giftsWords } from '../../words/gifts.ts';
import { shellWords } from '../../words/shell.ts';
import { AddGiftItem, HandOverGift } from './dialogs.tsx';
import type { OpenGift } from './shown.ts';

const reads = ({ query: { cursor, school } }: Where) => ({
  open: read('GET /api/gifts', { query: { cursor, school } }),
  items: read('GET /api/gift-items'),
  units: read('GET /api/units'),
});

export const deskGiftsPage = definePage({
  allow: ['desk'],
  frame: 'app',
  words: giftsWords,
  title: (words) => words.deskTitle,
  reads,
  view: (given) => <DeskGifts {...given} />,
});

interface DeskGiven {
  readonly words: GiftsWords;
  readonly where: Where;
  readonly data: Data<ReturnType<typeof reads>>;
  refresh(): Promise<void>;
}

function DeskGifts({ words, where, data: { open, items, units }, refresh }: DeskGiven) {
  const { look, path, query, session } = where;
  const [giving, give] = useState<OpenGift>();
  const [isAdding, add] = useState(false);
  const [done, setDone] = useState<string>();
  const say = async (text: string) => {
    give(undefined);
    add(false);
    setDone(text);
    await refresh();
  };
  const schools = units.items.filter(({ kind }) => kind === 'school');
  const { scope: desk = '', unit = '' } = session?.post ?? {};
  return (
    <>
      <Heading title={words.deskTitle} note={words.deskNote}>
        <Button kind="quiet" onClick={() => add(true)}>
          {words.addItem}
        </Button>
      </Heading>
      {done && <DoneNote>{done}</DoneNote>}
      {schools.length > 1 && <Schools words={words} schools={schools} chosen={query.school ?? ''} />}
      <Card class="mt-4">
        {open.items.length === 0 && (
          <Empty title={words.noOpen}>
            <p>{words.noOpenNext}</p>
          </Empty>
        )}
        <ul class="divide-y divide-line">
          {open.items.map((gift) => (
            <li key={`${gift.volunteer} ${gift.id}`} class="py-3 flex flex-wrap items-center gap-x-4 gap-y-2">
              <div class="flex-1 min-w-0">
                <p class="font-bold">
                  {gift.person} <span class="font-normal text-soft">{gift.class}</span>
                </p>
                <p>{words.starOf[gift.scheme](gift.level)}</p>
                <p class="text-sm text-soft">{words.claimBy(dayText(gift.until, look.language))}</p>
              </div>
              <Button
                kind="quiet"
                aria-label={words.handTo(`${gift.person} ${gift.class}`, words.starOf[gift.scheme](gift.level))}
                onClick={() => give(gift)}
              >
                {words.hand}
              </Button>
            </li>
          ))}
        </ul>
        <Turn path={path} query={query} next={open.next} labels={shellWords[look.language]} />
      </Card>
      {giving && (
        <HandOverGift
          words={words}
          look={look}
          gift={giving}
          items={items.items}
          desk={desk}
          onClose={() => give(undefined)}
          onDone={say}
        />
      )}
      {isAdding && <AddGiftItem words={words} look={look} unit={unit} onClose={() => add(false)} onDone={say} />}
    </>
  );
}

interface SchoolsGiven {
  readonly words: GiftsWords;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string;
}

const Schools = ({ words, schools, chosen }: SchoolsGiven) => (
  <form method="get" class="flex flex-wrap items-end gap-3 mt-4">
    <SelectField label={words.school} name="school" value={chosen}>
      {schools.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
    <Button type="submit" kind="quiet">
      {words.show}
    </Button>
  </form>
);
