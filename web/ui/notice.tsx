import { useEffect, useRef } from 'preact/hooks';
import type { ProblemSaid } from '../api/problem.ts';
import type { Look } from '../look.ts';
import { sentenceOf } from '../words/problems.ts';
import { Icon } from './icon.tsx';
import * as icons from './icons.ts';

/** Why something was refused and what to do now; takes the focus, so that nobody misses it. */
export function ProblemNote({ problem, look }: { problem: ProblemSaid; look: Look }) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.focus(), [problem]);
  const { title, next } = sentenceOf(problem, look.language);
  return (
    <div ref={note} role="alert" tabIndex={-1} class="flex gap-3 p-4 rounded-xl bg-danger-soft text-danger">
      <Icon of={icons.warn} />
      <div>
        <p class="font-bold">{title}</p>
        <p>{problem.errors?.map(({ message }) => message).join('；') || problem.detail || next}</p>
      </div>
    </div>
  );
}

/** Something was done; said to screen readers as well. */
export const DoneNote = ({ children }: { children: string }) => (
  <div role="status" class="flex gap-3 p-4 rounded-xl bg-brand-soft text-brand font-bold">
    <Icon of={icons.check} />
    <p>{children}</p>
  </div>
);
