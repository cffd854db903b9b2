import { useState } from 'preact/hooks';
import { type Data, read } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import { definePage, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Badge, Card, Empty, Heading } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { DoneNote } from '../../ui/notice.tsx';
import { type DistrictWords, districtWords } from '../../words/district.ts';
import { ChangeUnit } from './change-unit.tsx';
import { NewUnit } from './new-unit.tsx';
import { type Unit, unitsLike } from './tree.ts';

const reads = () => ({ units: read('GET /api/units') });

export const unitsPage = definePage({
  allow: ['district_admin'],
  frame: 'app',
  words: districtWords,
  title: (words) => words.unitsTitle,
  reads,
  view: (given) => <Units {...given} />,
});

interface UnitsGiven {
  readonly words: DistrictWords;
  readonly where: Where;
  readonly data: Data<ReturnType<typeof reads>>;
  refresh(): Promise<void>;
}

/** So many and more are worth a search. */
const searchedMin = 10;

function Units({ words, where: { look }, data: { units }, refresh }: UnitsGiven) {
  const [isAdding, setAdding] = useState(false);
  const [added, setAdded] = useState<Unit>();
  const [changing, setChanging] = useState<Unit>();
  const [changed, setChanged] = useState<Unit>();
  const [text, setText] = useState('');
  const shown = unitsLike(units.items, text.trim());
  return (
    <>
      <Heading title={words.unitsTitle} note={words.unitsNote}>
        <Button onClick={() => setAdding(true)}>
          <Icon of={icons.plus} class="size-5" />
          {words.newUnit}
        </Button>
      </Heading>
      {changed && <DoneNote>{words.saved(changed.name)}</DoneNote>}
      {added && (
        <div class="mb-4 flex flex-wrap items-center gap-3">
          <DoneNote>{`${words.saved(added.name)} ${words.nextStep}`}</DoneNote>
          <LinkButton kind="quiet" href={`/staff?unit=${added.id}`}>
            {words.goStaff}
          </LinkButton>
        </div>
      )}
      <Kinds words={words} units={units.items} text={(count) => words.count(numberText(count, look.language))} />
      <Card>
        {units.items.length >= searchedMin && (
          <TextField
            label={words.filter}
            type="search"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
        {shown.length === 0 ? (
          <Empty title={words.nothingFound} />
        ) : (
          <Branch words={words} units={shown} parent={undefined} onChange={setChanging} />
        )}
      </Card>
      {isAdding && (
        <NewUnit
          words={words}
          look={look}
          units={units.items}
          onClose={() => setAdding(false)}
          onAdded={async (unit) => {
            setAdding(false);
            setChanged(undefined);
            setAdded(unit);
            await refresh();
          }}
        />
      )}
      {changing && (
        <ChangeUnit
          words={words}
          look={look}
          unit={changing}
          onClose={() => setChanging(undefined)}
          onChanged={async (unit) => {
            setChanging(undefined);
            setAdded(undefined);
            setChanged(unit);
            await refresh();
          }}
        />
      )}
    </>
  );
}

interface KindsGiven {
  readonly words: DistrictWords;
  readonly units: readonly Unit[];
  text(count: number): string;
}

const Kinds = ({ words, units, text }: KindsGiven) => (
  <ul class="flex flex-wrap gap-2 mb-4">
    {(['street', 'school', 'community'] as const).map((kind) => (
      <li key={kind}>
        <Badge tone="info">
          {words.unitKinds[kind]} {text(units.filter((unit) => unit.kind === kind).length)}
        </Badge>
      </li>
    ))}
  </ul>
);

const iconOf: Readonly<Record<Unit['kind'], string>> = {
  district: icons.building,
  street: icons.home,
  school: icons.school,
  community: icons.people,
};

interface BranchGiven {
  readonly words: DistrictWords;
  readonly units: readonly Unit[];
  readonly parent: string | undefined;
  onChange(unit: Unit): void;
}

/** The units below one, each with its own below it. */
function Branch({ words, units, parent, onChange }: BranchGiven) {
  const here = units.filter((unit) => unit.parent === parent);
  if (here.length === 0) return null;
  return (
    <ul class={parent === undefined ? '' : 'ml-4 pl-4 border-l border-line'}>
      {here.map((unit) => (
        <li key={unit.id}>
          <div class="flex items-center gap-3 min-h-12 py-1">
            <span class="text-brand">
              <Icon of={iconOf[unit.kind]} class="size-5" />
            </span>
            <span class="min-w-0">
              <span class="font-bold">{unit.name}</span>{' '}
              <span class="text-sm text-soft">
                {words.unitKinds[unit.kind]}
                {unit.code && ` · ${words.codeOf(unit.code)}`}
              </span>
            </span>
            {unit.parent !== undefined && (
              <Button kind="quiet" class="ml-auto" aria-label={words.editOf(unit.name)} onClick={() => onChange(unit)}>
                {words.edit}
              </Button>
            )}
          </div>
          <Branch words={words} units={units} parent={unit.id} onChange={onChange} />
        </li>
      ))}
    </ul>
  );
}
