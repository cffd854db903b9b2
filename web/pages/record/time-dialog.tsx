import type { LeaderWords } from '../../words/leader.ts';
import { type Draft, type Span, spanWithin } from './form.ts';
import { SpanDialog } from './span-dialog.tsx';
import type { Member } from './use-members.ts';

interface TimeGiven {
  readonly words: LeaderWords;
  readonly member: Member;
  readonly draft: Draft;
  onChange(changed: Partial<Draft>): void;
  onClose(): void;
}

/** One participant's own time, when it was not the whole shift. */
export function TimeDialog({ words, member: { volunteer, name }, draft, onChange, onClose }: TimeGiven) {
  const setSpan = (span: Span) => {
    const { [volunteer]: _, ...others } = draft.spans;
    const own = spanWithin(draft, span);
    onChange({ spans: own ? { ...others, [volunteer]: own } : others });
    onClose();
  };
  return (
    <SpanDialog
      words={words}
      title={words.timeOf(name)}
      span={draft.spans[volunteer] ?? { from: draft.from, to: draft.to }}
      whole={{ from: draft.from, to: draft.to }}
      doneLabel={words.done}
      onDone={setSpan}
      onClose={onClose}
    />
  );
}
