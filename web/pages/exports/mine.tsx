import { useEffect, useState } from 'preact/hooks';
import { follow } from '../../api/follow.ts';
import { type ItemOf, pathOf } from '../../api/read.ts';
import { fetchRead } from '../../api/send.ts';
import { dayText, momentText, numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card, type Tone } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ExportsWords } from '../../words/exports.ts';

type Export = ItemOf<'GET /api/exports'>;
interface Given {
  readonly words: ExportsWords;
  readonly where: Where;
}

const tones: Readonly<Record<Export['state'], Tone>> = { waiting: 'info', ready: 'good', failed: 'bad' };
/** Between two looks at files that are being written. */
const pollMs = 1500;

/** What I have asked for, and where it stands: asked for again while something is being written. */
export function Mine({
  words,
  where,
  exports,
  refresh,
}: Given & { exports: readonly Export[]; refresh(): Promise<void> }) {
  const [looks, setLooks] = useState(0);
  const isWaiting = exports.some(({ state }) => state === 'waiting');
  useEffect(() => {
    if (!isWaiting) return;
    // A look that failed is followed by the next one: the work goes on without being watched.
    const again = () => setLooks((count) => count + 1);
    const timer = setTimeout(() => refresh().then(again, again), pollMs);
    return () => clearTimeout(timer);
  }, [isWaiting, looks]);
  return (
    <Card title={words.mineTitle}>
      {exports.length === 0 && <p class="text-soft">{words.none}</p>}
      <ul class="divide-y divide-line" aria-live="polite">
        {exports.map((one) => (
          <One key={one.id} words={words} where={where} of={one} />
        ))}
      </ul>
    </Card>
  );
}

function One({ words, where: { look }, of }: Given & { of: Export }) {
  const { language } = look;
  const { id, list, unitName, state, rows, from, to, as, createdAt, keptUntil } = of;
  const name = [unitName, words.lists[list]].join(' ');
  const fetching = useAction(async () => {
    const found = await fetchRead<'GET /api/exports/{export}'>(
      pathOf('GET /api/exports/{export}', { params: { export: id } }),
    );
    if (found.link) follow(found.link, `${name}.${as}`);
  });
  const facts = [
    from && to ? words.period(from, to) : undefined,
    momentText(createdAt, language),
    rows === undefined ? undefined : words.rows(numberText(rows, language)),
    words.kept(dayText(keptUntil, language)),
  ];
  return (
    <li class="py-3 flex flex-col gap-2">
      <p class="flex flex-wrap justify-between gap-2">
        <span class="font-bold">{name}</span>
        <Badge tone={tones[state]}>{words.states[state]}</Badge>
      </p>
      <p class="text-sm text-soft">{facts.filter((fact) => fact !== undefined).join(' · ')}</p>
      {state === 'waiting' && <p>{words.waitingNext}</p>}
      {state === 'failed' && <p>{words.failedNext}</p>}
      {fetching.problem && <ProblemNote problem={fetching.problem} look={look} />}
      {state === 'ready' && (
        <Button
          kind="quiet"
          class="self-start"
          aria-label={words.downloadOf(name)}
          disabled={fetching.isBusy}
          onClick={() => fetching.run()}
        >
          <Icon of={icons.download} class="size-5" />
          {words.download}
        </Button>
      )}
    </li>
  );
}
