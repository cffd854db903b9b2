import { Badge } from '../../ui/card.tsx';
import { Cell, HeadCell, Table } from '../../ui/table.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import type { SchoolWords } from '../../words/school.ts';
import type { Pupil } from './shown.ts';

interface PupilTableGiven {
  readonly words: SchoolWords;
  readonly pupils: readonly Pupil[];
  readonly ticked: ReadonlySet<string>;
  /** Whether rows are of different schools. */
  readonly hasSchool: boolean;
  onTick(ticked: ReadonlySet<string>): void;
}

/** On a phone class and number stand below the name, and the two states below one another. */
export function PupilTable({ words, pupils, ticked, hasSchool, onTick }: PupilTableGiven) {
  const tick = (id: string, isChecked: boolean) =>
    onTick(new Set(isChecked ? [...ticked, id] : [...ticked].filter((other) => other !== id)));
  return (
    <Table label={words.pupilsTitle}>
      <thead>
        <tr>
          <HeadCell class="w-12">
            <span class="sr-only">{words.tick}</span>
          </HeadCell>
          <HeadCell>{words.name}</HeadCell>
          <HeadCell class="hidden md:table-cell">{words.number}</HeadCell>
          <HeadCell class="hidden md:table-cell">{words.class}</HeadCell>
          {hasSchool && <HeadCell class="hidden md:table-cell">{words.school}</HeadCell>}
          <HeadCell class="hidden md:table-cell">{words.consent}</HeadCell>
          <HeadCell class="hidden md:table-cell">{words.account}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {pupils.map((pupil) => (
          <Row
            key={pupil.id}
            words={words}
            pupil={pupil}
            isTicked={ticked.has(pupil.id)}
            hasSchool={hasSchool}
            onTick={(isChecked) => tick(pupil.id, isChecked)}
          />
        ))}
      </tbody>
    </Table>
  );
}

interface RowGiven extends Pick<PupilTableGiven, 'words' | 'hasSchool'> {
  readonly pupil: Pupil;
  readonly isTicked: boolean;
  onTick(isChecked: boolean): void;
}

const Row = ({ words, pupil, isTicked, hasSchool, onTick }: RowGiven) => (
  <tr class={isTicked ? 'bg-brand-soft' : ''}>
    <td class="border-t border-line align-top md:align-middle">
      <TickBox label={words.choose(pupil.name)} checked={isTicked} onChange={onTick} />
    </td>
    <Cell>
      <a href={`/pupils/${pupil.id}`} class="link font-bold inline-flex items-center min-h-12">
        {pupil.name}
      </a>
      <p class="md:hidden text-sm text-soft">
        {pupil.class} · {pupil.number}
      </p>
      {hasSchool && <p class="md:hidden text-sm text-soft">{pupil.schoolName}</p>}
      <p class="md:hidden flex flex-wrap gap-1 mt-1">
        <Consent words={words} pupil={pupil} />
        <Account words={words} pupil={pupil} />
      </p>
    </Cell>
    <Cell class="hidden md:table-cell tabular-nums">{pupil.number}</Cell>
    <Cell class="hidden md:table-cell whitespace-nowrap">{pupil.class}</Cell>
    {hasSchool && <Cell class="hidden md:table-cell">{pupil.schoolName}</Cell>}
    <Cell class="hidden md:table-cell">
      <Consent words={words} pupil={pupil} />
    </Cell>
    <Cell class="hidden md:table-cell">
      <Account words={words} pupil={pupil} />
    </Cell>
  </tr>
);

const Consent = ({ words, pupil: { consent } }: Pick<RowGiven, 'words' | 'pupil'>) => (
  <Badge tone={({ given: 'good', missing: 'gold', withdrawn: 'bad', not_needed: 'plain' } as const)[consent]}>
    {words.consents[consent]}
  </Badge>
);

const Account = ({ words, pupil: { activated } }: Pick<RowGiven, 'words' | 'pupil'>) => (
  <Badge tone={activated ? 'good' : 'plain'}>{activated ? words.activated : words.notActivated}</Badge>
);
