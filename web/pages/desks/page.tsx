import { useState } from 'preact/hooks';
import { type Data, read } from '../../api/read.ts';
import { definePage, type Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Heading } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { DoneNote } from '../../ui/notice.tsx';
import { type DistrictWords, districtWords } from '../../words/district.ts';
import { unitsWithin } from '../units/tree.ts';
import { NewDesk } from './new-desk.tsx';

const reads = () => ({ desks: read('GET /api/desks'), units: read('GET /api/units') });

export const desksPage = definePage({
  allow: ['district_admin', 'unit_admin'],
  frame: 'app',
  words: districtWords,
  title: (words) => words.desksTitle,
  reads,
  view: (given) => <Desks {...given} />,
});

interface DesksGiven {
  readonly words: DistrictWords;
  readonly where: Where;
  readonly data: Data<ReturnType<typeof reads>>;
  refresh(): Promise<void>;
}

function Desks({ words, where: { look, session }, data: { desks, units }, refresh }: DesksGiven) {
  const [isAdding, setAdding] = useState(false);
  const [saved, setSaved] = useState<string>();
  const unitName = (id: string) => units.items.find((unit) => unit.id === id)?.name;
  return (
    <>
      <Heading title={words.desksTitle} note={words.desksNote}>
        <Button onClick={() => setAdding(true)}>
          <Icon of={icons.plus} class="size-5" />
          {words.newDesk}
        </Button>
      </Heading>
      {saved && <DoneNote>{saved}</DoneNote>}
      {desks.items.length === 0 && (
        <Empty title={words.noDesks}>
          <p>{words.noDesksNext}</p>
        </Empty>
      )}
      <ul class="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {desks.items.map(({ id, unit, name, place, hours }) => (
          <li key={id} class="bg-card rounded-2xl border border-line p-4">
            <h2 class="text-lg font-bold">{name}</h2>
            <p class="text-sm text-soft mb-3">{unitName(unit)}</p>
            <Line icon={icons.building} name={words.place} value={place} />
            <Line icon={icons.clock} name={words.hours} value={hours} />
          </li>
        ))}
      </ul>
      {isAdding && (
        <NewDesk
          words={words}
          look={look}
          units={unitsWithin(units.items, session?.post.scope ?? '')}
          onClose={() => setAdding(false)}
          onAdded={async ({ name }) => {
            setAdding(false);
            setSaved(words.saved(name));
            await refresh();
          }}
        />
      )}
    </>
  );
}

const Line = ({ icon, name, value }: { icon: string; name: string; value: string }) => (
  <p class="flex items-center gap-2 py-1">
    <span class="text-brand">
      <Icon of={icon} class="size-5" />
    </span>
    <span class="sr-only">{name}</span>
    {value}
  </p>
);
