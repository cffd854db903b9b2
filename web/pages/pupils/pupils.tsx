/** The table of pupils, who of them is ticked, and what can be done for those. */
import { useState } from 'preact/hooks';
import { readClass } from '../../class-list.ts';
import { numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { SchoolWords } from '../../words/school.ts';
import { PupilTable } from './pupil-table.tsx';
import { RegisterDialog, type Registered } from './register-dialog.tsx';
import type { Candidate, Classes, Pupil } from './shown.ts';

interface PupilsGiven {
  readonly words: SchoolWords;
  readonly where: Where;
  readonly pupils: readonly Pupil[];
  readonly chosenClass: Classes[number] | undefined;
  refresh(): Promise<void>;
}

export function Pupils({ words, where, pupils, chosenClass, refresh }: PupilsGiven) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [candidates, setCandidates] = useState<readonly Candidate[]>();
  const [done, setDone] = useState('');
  const chosen = pupils.filter(({ id }) => ticked.has(id));
  const openClass = useAction(async ({ id }: Classes[number]) => {
    setCandidates((await readClass(id)).map((pupil) => ({ ...pupil, classId: id })));
  });
  const finish = async ({ count }: Registered) => {
    setCandidates(undefined);
    setTicked(new Set());
    setDone(words.registered(numberText(count, where.look.language)));
    await refresh();
  };
  return (
    <div class="flex flex-col gap-3">
      {done && <DoneNote>{done}</DoneNote>}
      {openClass.problem && <ProblemNote problem={openClass.problem} look={where.look} />}
      <Bar
        words={words}
        where={where}
        pupils={pupils}
        chosen={chosen}
        chosenClass={chosenClass}
        isBusy={openClass.isBusy}
        onTick={(ids) => setTicked(new Set(ids))}
        onRegister={() => (chosenClass && chosen.length === 0 ? openClass.run(chosenClass) : setCandidates(chosen))}
      />
      <PupilTable words={words} pupils={pupils} ticked={ticked} onTick={setTicked} hasSchool={severalSchools(pupils)} />
      {candidates && (
        <RegisterDialog
          words={words}
          where={where}
          candidates={candidates}
          onDone={finish}
          onClose={() => setCandidates(undefined)}
        />
      )}
    </div>
  );
}

const severalSchools = (pupils: readonly Pupil[]) => new Set(pupils.map(({ school }) => school)).size > 1;

interface BarGiven extends Pick<PupilsGiven, 'words' | 'where' | 'pupils' | 'chosenClass'> {
  readonly chosen: readonly Pupil[];
  readonly isBusy: boolean;
  onTick(ids: readonly string[]): void;
  onRegister(): void;
}

function Bar({ words, where, pupils, chosen, chosenClass, isBusy, onTick, onRegister }: BarGiven) {
  const isAll = chosen.length === pupils.length;
  const classes = new Set(chosen.map(({ classId }) => classId));
  const cardsOf = chosenClass?.id ?? (classes.size === 1 ? chosen[0]?.classId : undefined);
  const unit = chosen[0]?.school ?? chosenClass?.school ?? '';
  const only = chosen.map(({ id }) => id).join(',');
  const all = pupils.map(({ id }) => id);
  return (
    <div class="flex flex-wrap items-center gap-2">
      <TickBox checked={isAll} onChange={(isChecked) => onTick(isChecked ? all : [])}>
        <span class="font-bold pr-3">
          {chosen.length > 0 ? words.chosen(numberText(chosen.length, where.look.language)) : words.chooseAll}
        </span>
      </TickBox>
      <Button kind="quiet" disabled={isBusy || (chosen.length === 0 && !chosenClass)} onClick={onRegister}>
        {chosenClass && chosen.length === 0 ? words.registerClass : words.register}
      </Button>
      {cardsOf && (
        <LinkButton
          kind="quiet"
          href={`/cards?${new URLSearchParams({ unit, class: cardsOf, ...(only && { only }) })}`}
        >
          {words.printCards}
        </LinkButton>
      )}
    </div>
  );
}
