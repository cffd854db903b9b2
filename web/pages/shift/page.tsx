import { useState } from 'preact/hooks';
import { read } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import { definePage } from '../../page.ts';
import { Card, Heading } from '../../ui/card.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { shiftWords } from '../../words/shift.ts';
import { clockOf, type Span } from '../record/form.ts';
import { SpanDialog } from '../record/span-dialog.tsx';
import { Decisions } from './decisions.tsx';
import { Facts } from './facts.tsx';
import { LeftOut } from './left-out.tsx';
import { Photo } from './photo.tsx';
import { RecordList } from './record-list.tsx';
import { type ShiftWork, useShiftWork } from './use-shift-work.ts';
import type { Row, ShiftView } from './view.ts';

export const shiftPage = definePage({
  allow: ['leader'],
  frame: 'app',
  words: shiftWords,
  reads: ({ params }) => ({ shift: read('GET /api/shifts/{shift}', { params: { shift: params.shift ?? '' } }) }),
  title: (words, data) => data?.shift.shift.name ?? words.leaderTitle,
  view: (view) => <ShiftRecords {...view} />,
});

function ShiftRecords(view: ShiftView) {
  const { words, where } = view;
  const { shift, records } = view.data.shift;
  const { language } = where.look;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [amended, setAmended] = useState<readonly Row[]>([]);
  const work = useShiftWork(view, () => {
    setChosen([]);
    setAmended([]);
  });
  return (
    <div class="flex flex-col gap-4">
      <Heading title={shift.name} />
      <Said view={view} work={work} />
      <div class="grid gap-4 lg:grid-cols-[2fr_1fr] items-start">
        <Card title={words.shiftRecords}>
          <Decisions
            words={words}
            language={language}
            shift={shift}
            records={records}
            chosen={chosen}
            isBusy={work.decide.isBusy}
            onDecide={work.decide.run}
            onAmend={setAmended}
          />
          <RecordList
            words={words}
            language={language}
            records={records}
            chosen={chosen}
            onChoose={setChosen}
            onAmend={(row) => setAmended([row])}
          />
        </Card>
        <div class="flex flex-col gap-4">
          <Facts words={words} language={language} shift={shift} />
          <Photo words={words} where={where} shift={shift} />
        </div>
      </div>
      <a href={`/leader/shifts/${shift.id}/ratings`} class="link min-h-12 inline-flex items-center self-start">
        {words.rate}
      </a>
      <a href={`/slips?shift=${shift.id}`} class="link min-h-12 inline-flex items-center self-start">
        {words.slips}
      </a>
      <a href="/leader" class="link min-h-12 inline-flex items-center self-start">
        {words.back}
      </a>
      {amended.length > 0 && <Amend view={view} rows={amended} work={work} onClose={() => setAmended([])} />}
    </div>
  );
}

function Said({ view: { words, where, data }, work: { said, failed, decide } }: { view: ShiftView; work: ShiftWork }) {
  const nameOf = (id: string) => data.shift.records.find(({ volunteer }) => volunteer === id)?.name ?? '';
  return (
    <div class="flex flex-col gap-3 empty:hidden">
      {said && <DoneNote>{said}</DoneNote>}
      {failed.length > 0 && (
        <div role="alert" class="p-4 rounded-xl bg-danger-soft text-danger">
          <LeftOut words={words} look={where.look} rows={failed} nameOf={nameOf} />
        </div>
      )}
      {decide.problem && <ProblemNote problem={decide.problem} look={where.look} />}
    </div>
  );
}

interface AmendGiven {
  readonly view: ShiftView;
  readonly rows: readonly Row[];
  readonly work: ShiftWork;
  onClose(): void;
}

function Amend({ view: { words, where, data }, rows, work, onClose }: AmendGiven) {
  const spanOf = ({ from, to }: Span) => ({ from: clockOf(from), to: clockOf(to) });
  const { shift } = data.shift;
  const [first] = rows;
  const title =
    rows.length > 1 ? words.amendAll(numberText(rows.length, where.look.language)) : words.amendOf(first?.name ?? '');
  return (
    <SpanDialog
      words={words}
      title={title}
      span={spanOf(first ?? shift)}
      whole={spanOf(shift)}
      doneLabel={words.save}
      onDone={(span) => work.amend.run(rows, span)}
      onClose={onClose}
    >
      {work.amend.problem && <ProblemNote problem={work.amend.problem} look={where.look} />}
    </SpanDialog>
  );
}
