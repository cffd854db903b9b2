import { useState } from 'preact/hooks';
import type { AnswerOf } from '../../api/read.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { Filter, Turn } from '../../ui/filter.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { DoneNote } from '../../ui/notice.tsx';
import type { ChangesWords } from '../../words/changes.ts';
import { shellWords } from '../../words/shell.ts';
import { AdjustDialog, WaiveDialog } from './dialogs.tsx';

interface FindGiven {
  readonly where: Where;
  readonly words: ChangesWords;
  readonly found: AnswerOf<'GET /api/volunteers'> | undefined;
}
type Person = AnswerOf<'GET /api/volunteers'>['items'][number];

export function Find({ where, words, found }: FindGiven) {
  const [asked, setAsked] = useState<{ person: Person; way: 'adjust' | 'waive' }>();
  const [isSent, setSent] = useState(false);
  const dialog = asked && {
    ...{ words, look: where.look, person: asked.person },
    onClose: () => setAsked(undefined),
    onSent: () => {
      setAsked(undefined);
      setSent(true);
    },
  };
  return (
    <div class="max-w-2xl mx-auto">
      <a href="/corrections" class="inline-flex items-center gap-1 min-h-12 font-bold text-brand">
        <Icon of={icons.left} class="size-5" />
        {words.backToList}
      </a>
      <Heading title={words.newPoints} note={words.lead} />
      {isSent && <DoneNote>{words.sent}</DoneNote>}
      <Filter label={words.findTitle} submit={words.findGo}>
        <div class="flex-1 min-w-48">
          <TextField label={words.find} name="q" type="search" value={where.query.q} maxLength={40} required />
        </div>
      </Filter>
      {found && (
        <Card>
          {found.items.length === 0 && (
            <Empty title={words.nobody}>
              <p>{words.nobodyNext}</p>
            </Empty>
          )}
          <ul class="divide-y divide-line">
            {found.items.map((person) => (
              <li key={person.id} class="py-2 flex flex-wrap items-center justify-between gap-2">
                <span class="min-w-0">
                  <span class="block font-bold">{person.name}</span>
                  <span class="text-sm text-soft">{`${person.class} · ${person.number}`}</span>
                </span>
                <span class="flex flex-wrap gap-2">
                  <Button
                    kind="quiet"
                    aria-label={words.adjustOf(person.name)}
                    onClick={() => setAsked({ person, way: 'adjust' })}
                  >
                    {words.adjust}
                  </Button>
                  <Button
                    kind="quiet"
                    aria-label={words.waiveOf(person.name)}
                    onClick={() => setAsked({ person, way: 'waive' })}
                  >
                    {words.waive}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {found && (
        <Turn path={where.path} query={where.query} next={found.next} labels={shellWords[where.look.language]} />
      )}
      {dialog && (asked.way === 'adjust' ? <AdjustDialog {...dialog} /> : <WaiveDialog {...dialog} />)}
    </div>
  );
}
