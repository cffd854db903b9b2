/** A page that could not be shown: what happened in words a parent understands, and what to do now. */
import type { ProblemSaid } from '../api/problem.ts';
import type { Look } from '../look.ts';
import { LinkButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import * as icons from '../ui/icons.ts';
import { sentenceOf } from '../words/problems.ts';
import { shellWords } from '../words/shell.ts';

export function ProblemView({ problem, look }: { problem: ProblemSaid; look: Look }) {
  const words = shellWords[look.language];
  const { title, next } = sentenceOf(problem, look.language);
  const isSignedOut = problem.code === 'sign_in_needed';
  return (
    <div class="max-w-lg mx-auto py-12 text-center flex flex-col items-center gap-4" role="alert">
      <span class="size-16 rounded-full bg-gold-soft text-gold grid place-items-center">
        <Icon of={icons.warn} class="size-8" />
      </span>
      <h1 class="text-2xl font-bold">{title}</h1>
      <p class="text-soft">{next}</p>
      {problem.detail && <p>{problem.detail}</p>}
      <LinkButton href={isSignedOut ? '/sign-in' : '/'}>{isSignedOut ? words.signIn : words.home}</LinkButton>
      {problem.traceId && <p class="text-xs text-soft break-all">{words.requestId(problem.traceId)}</p>}
    </div>
  );
}
