/** Approving by keyboard: letters mean the shift that has the focus, so that they never surprise anybody elsewhere. */
import { Card } from '../../ui/card.tsx';
import type { ApprovalsWords } from '../../words/approvals.ts';
import { type Queued, rowId } from './queued.ts';
import { isOpenAgain, type Runs } from './runs.ts';

export const onKeys = (runs: Runs, shifts: readonly Queued[]) => (event: KeyboardEvent) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  // The order on the page, which puts what needs a look first.
  const order = [...shifts].sort((one, other) => Number(one.asPlanned) - Number(other.asPlanned));
  const at = order.findIndex(({ id }) => document.getElementById(rowId(id))?.contains(document.activeElement));
  const key = event.key.toLowerCase();
  if (key === 'j') focus(order[at + 1]);
  if (key === 'k') focus(order[Math.max(0, at - 1)]);
  if (key === 'a' && order[at]) approveOrOpen(runs, order[at], order[at + 1]);
  if (key === 'u') undoLast(runs);
};

function focus(shift: Queued | undefined): void {
  if (shift) document.getElementById(rowId(shift.id))?.focus();
}

function approveOrOpen(runs: Runs, { id, name, asPlanned }: Queued, next: Queued | undefined): void {
  const run = runs.of(id);
  if (run && !isOpenAgain(run)) return;
  if (!asPlanned) {
    location.assign(`/approvals/${id}`);
    return;
  }
  runs.approve([{ shift: id, name }]);
  focus(next);
}

function undoLast(runs: Runs): void {
  const last = runs.list.findLast(({ step }) => step === 'approved');
  if (last) runs.undo(last);
}

/** Phones have no keyboard to help with. */
export const KeysHelp = ({ words }: { words: ApprovalsWords }) => (
  <Card title={words.keysTitle} class="hidden lg:block print:hidden">
    <dl class="flex flex-wrap gap-x-6 gap-y-2">
      {words.keys.map(({ key, text }) => (
        <div key={key} class="flex items-center gap-2">
          <dt>
            <kbd class="inline-block min-w-8 px-2 rounded-md border border-control text-center font-mono">{key}</kbd>
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
    <p class="text-sm text-soft mt-2">{words.keysNote}</p>
  </Card>
);
