import { useEffect, useRef } from 'preact/hooks';
import type { AnswerOf } from '../../api/read.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { DoneNote } from '../../ui/notice.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import type { SchoolWords } from '../../words/school.ts';

export type Invited = AnswerOf<'POST /api/staff'>;

interface OneTimeCodeGiven {
  readonly words: SchoolWords;
  readonly invited: Invited;
}

/** What somebody who was asked to take a post needs to be handed: shown this once. */
export function OneTimeCode({ words, invited: { name, login, code } }: OneTimeCodeGiven) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus(), [code]);
  if (!code) return <DoneNote>{words.colleague(name)}</DoneNote>;
  const address = `${location.origin}/activate?as=staff`;
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-label={words.codeTitle(name)}
      class="flex flex-wrap items-center gap-6 p-4 lg:p-6 rounded-2xl bg-gold-soft text-gold border border-gold"
    >
      <QrCode text={`${address}#${code}`} label={words.codeLink(name)} class="w-32 h-32" />
      <div class="w-full sm:w-auto sm:flex-1 min-w-0 flex flex-col gap-2">
        <h2 class="text-lg font-bold">{words.codeTitle(name)}</h2>
        <p class="text-3xl font-bold font-mono text-ink">{code}</p>
        <p>
          {words.login}：<span class="font-bold">{login}</span>
        </p>
        <p>{words.codeOnce}</p>
        <p class="text-sm">
          {words.codeWhere} <span class="break-all">{address}</span>
        </p>
        <div class="flex flex-wrap gap-2 print:hidden">
          <CopyButton text={`${address}#${code}`} labels={words} />
          <Button kind="quiet" onClick={() => window.print()}>
            <Icon of={icons.print} class="size-5" />
            {words.print}
          </Button>
        </div>
      </div>
    </section>
  );
}
