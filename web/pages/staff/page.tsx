import { useState } from 'preact/hooks';
import { read } from '../../api/read.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { unitOf } from '../../school.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Heading } from '../../ui/card.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Filter, Turn } from '../../ui/filter.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import { type SchoolWords, schoolWords } from '../../words/school.ts';
import { standingInWords } from '../../words/standing-in.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { type Invited, OneTimeCode } from './one-time-code.tsx';
import { StaffList } from './staff-list.tsx';
import { StandInDialog } from './stand-in-dialog.tsx';

const readsOf = (where: Where) => ({
  units: read('GET /api/units'),
  desks: read('GET /api/desks'),
  staff: read('GET /api/staff', { query: { unit: unitOf(where), cursor: where.query.cursor } }),
});

export const staffPage = definePage({
  allow: ['district_admin', 'unit_admin'],
  frame: 'app',
  words: schoolWords,
  title: (words) => words.staffTitle,
  reads: readsOf,
  view: (view) => <StaffPage {...view} />,
});

type Given = View<SchoolWords, ReturnType<typeof readsOf>>;

function StaffPage({ words, where, data, refresh }: Given) {
  const [isInviting, setInviting] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const [invited, setInvited] = useState<Invited>();
  const [ended, setEnded] = useState('');
  const { units, desks, staff } = data;
  const unit = units.items.find(({ id }) => id === unitOf(where));
  const show = async (shown: Invited) => {
    setInviting(false);
    setEnded('');
    setInvited(shown);
    await refresh();
  };
  const tell = async (told: string) => {
    setNaming(false);
    setInvited(undefined);
    setEnded(told);
    await refresh();
  };
  const standing = standingInWords[where.look.language];
  return (
    <div class="flex flex-col gap-4">
      <Heading title={words.staffTitle} note={unit?.name ?? ''}>
        <Button kind="quiet" onClick={() => setNaming(true)}>
          {standing.standIn}
        </Button>
        <Button onClick={() => setInviting(true)}>{words.invite}</Button>
      </Heading>
      <UnitChoice words={words} where={where} data={data} />
      {invited && <OneTimeCode words={words} invited={invited} />}
      {ended && <DoneNote>{ended}</DoneNote>}
      {staff.items.length === 0 ? (
        <Empty title={words.noStaff} />
      ) : (
        <StaffList words={words} where={where} staff={staff.items} onRenewed={show} onEnded={tell} />
      )}
      <Turn path={where.path} query={where.query} next={staff.next} labels={words} />
      {isNaming && unit && (
        <StandInDialog words={standing} where={where} unit={unit} onNamed={tell} onClose={() => setNaming(false)} />
      )}
      {isInviting && unit && (
        <InviteDialog
          words={words}
          where={where}
          unit={unit}
          desks={desks.items.filter((desk) => desk.unit === unit.id)}
          onInvited={show}
          onClose={() => setInviting(false)}
        />
      )}
    </div>
  );
}

/** Units below the visitor's own; without any there is nothing to choose. */
function UnitChoice({ words, where, data: { units } }: Pick<Given, 'words' | 'where' | 'data'>) {
  const own = where.session?.post.unit;
  const below = unitsBelow(units.items, own);
  if (below.length < 2) return null;
  return (
    <Filter label={words.chooseUnit} submit={words.show}>
      <div class="w-full sm:w-80">
        <SelectField name="unit" label={words.unit}>
          {below.map(({ id, name }) => (
            <option key={id} value={id} selected={id === unitOf(where)}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
    </Filter>
  );
}

type Unit = Given['data']['units']['items'][number];

/** The unit and all below it; the API also names the units above. */
function unitsBelow(units: readonly Unit[], root: string | undefined): Unit[] {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const isBelow = (id: string | undefined): boolean => id !== undefined && (id === root || isBelow(parents.get(id)));
  return units.filter(({ id }) => isBelow(id));
}
