import { useState } from 'preact/hooks';
import { type ItemOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import type { Unit } from '../../school.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Heading } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Turn } from '../../ui/filter.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type SchoolWords, schoolWords } from '../../words/school.ts';

const readsOf = ({ query: { cursor } }: Where) => ({
  units: read('GET /api/units'),
  teams: read('GET /api/teams', { query: { cursor } }),
});

export const teamsPage = definePage({
  allow: ['district_admin', 'unit_admin'],
  frame: 'app',
  words: schoolWords,
  title: (words) => words.teamsTitle,
  reads: readsOf,
  view: (view) => <Teams {...view} />,
});

type Given = View<SchoolWords, ReturnType<typeof readsOf>>;

function Teams({ words, where, data: { units, teams } }: Given) {
  const [isFounding, setFounding] = useState(false);
  const homes = homesOf(units.items, where);
  return (
    <>
      <Heading title={words.teamsTitle}>
        <Button onClick={() => setFounding(true)}>{words.found}</Button>
      </Heading>
      {teams.items.length === 0 ? (
        <Empty title={words.noTeams}>
          <p>{words.noTeamsNext}</p>
        </Empty>
      ) : (
        <ul class="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {teams.items.map((team) => (
            <TeamCard
              key={team.id}
              words={words}
              where={where}
              team={team}
              unit={homes.length > 1 ? homes.find(({ id }) => id === team.unit) : undefined}
            />
          ))}
        </ul>
      )}
      <Turn path={where.path} query={where.query} next={teams.next} labels={words} />
      {isFounding && <FoundDialog words={words} where={where} homes={homes} onClose={() => setFounding(false)} />}
    </>
  );
}

interface TeamCardGiven {
  readonly words: SchoolWords;
  readonly where: Where;
  readonly team: ItemOf<'GET /api/teams'>;
  /** Said where teams are of several units. */
  readonly unit: Unit | undefined;
}

const TeamCard = ({ words, where, team, unit }: TeamCardGiven) => (
  <li>
    <a
      href={`/teams/${team.id}`}
      class="h-full flex items-center gap-3 p-4 bg-card rounded-2xl border border-line hover:border-brand"
    >
      <span class="size-12 shrink-0 rounded-xl bg-brand-soft text-brand grid place-items-center">
        <Icon of={icons.heart} />
      </span>
      <span class="flex-1 min-w-0">
        <span class="block font-bold">{team.name}</span>
        <span class="block text-sm text-soft">
          {[team.brand, words.members(numberText(team.members, where.look.language)), unit?.name]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <Icon of={icons.right} class="size-5 text-soft" />
    </a>
  </li>
);

/** Where a team can have its home: a school or community of the visitor's. */
function homesOf(units: readonly Unit[], { session }: Where): readonly Unit[] {
  const homes = units.filter(({ kind }) => kind === 'school' || kind === 'community');
  const own = homes.filter(({ id }) => id === session?.post.unit);
  return own.length > 0 ? own : homes;
}

interface FoundGiven {
  readonly words: SchoolWords;
  readonly where: Where;
  readonly homes: readonly Unit[];
  onClose(): void;
}

function FoundDialog({ words, where, homes, onClose }: FoundGiven) {
  const found = useAction(async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '');
    const body = {
      unit: text('unit') || homes[0]?.id || '',
      name: text('name'),
      ...(text('brand') && { brand: text('brand') }),
    };
    const { id } = await send('POST /api/teams', { body });
    location.assign(`/teams/${id}`);
  });
  return (
    <Dialog title={words.found} onClose={onClose}>
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          found.run(new FormData(event.currentTarget));
        }}
      >
        {homes.length > 1 && (
          <SelectField name="unit" label={words.unit} required>
            {homes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <TextField name="name" label={words.teamName} maxLength={40} required />
        <TextField name="brand" label={words.brand} hint={words.brandHint} maxLength={40} />
        {found.problem && <ProblemNote problem={found.problem} look={where.look} />}
        <div class="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={found.isBusy}>
            {found.isBusy ? words.working : words.found}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
