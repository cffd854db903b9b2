/** Finds the registration to keep, then the one to merge into it. */
import type { AnswerOf } from '../../api/read.ts';
import type { Where } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card, Empty } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { Filter, Turn } from '../../ui/filter.tsx';
import type { MergesWords } from '../../words/merges.ts';
import { shellWords } from '../../words/shell.ts';

interface ChooseGiven {
  readonly where: Where;
  readonly words: MergesWords;
  readonly found: AnswerOf<'GET /api/volunteers'> | undefined;
}

export function Choose({ where, words, found }: ChooseGiven) {
  const { kept, q } = where.query;
  const to = (id: string) =>
    `${where.path}?${new URLSearchParams(kept ? { kept, merged: id } : { q: q ?? '', kept: id })}`;
  const others = found?.items.filter(({ id }) => id !== kept);
  return (
    <>
      <h2 class="text-lg font-bold mb-2">{kept ? words.findMerged : words.findKept}</h2>
      <Filter label={words.findGo} submit={words.findGo}>
        {kept && <input type="hidden" name="kept" value={kept} />}
        <div class="flex-1 min-w-48">
          <TextField label={words.find} name="q" type="search" value={q} maxLength={40} required />
        </div>
      </Filter>
      {others && (
        <Card>
          {others.length === 0 && (
            <Empty title={words.nobody}>
              <p>{words.nobodyNext}</p>
            </Empty>
          )}
          <ul class="divide-y divide-line">
            {others.map(({ id, name, number, class: label }) => (
              <li key={id} class="py-2 flex flex-wrap items-center justify-between gap-2">
                <span class="min-w-0">
                  <span class="block font-bold">{name}</span>
                  <span class="text-sm text-soft">{`${label} · ${number}`}</span>
                </span>
                <LinkButton kind="quiet" href={to(id)}>
                  {kept ? words.merge : words.keep}
                  <span class="sr-only">{`${name} ${number}`}</span>
                </LinkButton>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {found && (
        <Turn path={where.path} query={where.query} next={found.next} labels={shellWords[where.look.language]} />
      )}
    </>
  );
}
