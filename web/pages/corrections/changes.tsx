/** What waits for a decision, or was decided; and the ways to propose something. */
import type { AnswerOf } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Filter, Turn } from '../../ui/filter.tsx';
import { NothingWaits } from '../../ui/nothing-waits.tsx';
import type { ChangesWords } from '../../words/changes.ts';
import { shellWords } from '../../words/shell.ts';
import { unitsWithin } from '../approvals/units.ts';
import { ChangeCard } from './change-card.tsx';

interface ChangesGiven {
  readonly where: Where;
  readonly words: ChangesWords;
  readonly data: {
    readonly changes: AnswerOf<'GET /api/changes'>;
    readonly units: AnswerOf<'GET /api/units'>;
    readonly pool: AnswerOf<'GET /api/pool'> | undefined;
  };
  refresh(): Promise<void>;
}

export function Changes({ where, words, data: { changes, units, pool }, refresh }: ChangesGiven) {
  const { language } = where.look;
  const isClosed = where.query.state === 'closed';
  const mayAdjust = where.session?.post.role !== 'approver';
  return (
    <div class="max-w-4xl mx-auto">
      <Heading title={words.title} note={words.lead}>
        <LinkButton href="/corrections/new">{words.newCorrection}</LinkButton>
        {mayAdjust && (
          <>
            <LinkButton kind="quiet" href="/corrections/points">
              {words.newPoints}
            </LinkButton>
            <LinkButton kind="quiet" href="/corrections/merge">
              {words.newMerge}
            </LinkButton>
          </>
        )}
      </Heading>
      {pool && pool.points > 0 && (
        <p class="mb-4 text-soft">
          <span class="font-bold text-ink">{`${words.poolTitle} ${numberText(pool.points, language)}`}</span>
          {` · ${words.poolText(numberText(pool.donated, language), numberText(pool.surplus, language))}`}
          {pool.granted > 0 && ` · ${words.poolGranted(numberText(pool.granted, language))}`}
        </p>
      )}
      <Choice where={where} words={words} units={units.items} />
      <div class="grid gap-4">
        {changes.items.map((change) => (
          <ChangeCard key={change.id} change={change} words={words} look={where.look} refresh={refresh} />
        ))}
      </div>
      {changes.items.length === 0 && (
        <Card>
          <NothingWaits
            where={where}
            title={isClosed ? words.emptyClosed : words.emptyOpen}
            next={isClosed ? words.emptyClosedNext : words.emptyOpenNext}
          />
        </Card>
      )}
      <Turn path={where.path} query={where.query} next={changes.next} labels={shellWords[language]} />
    </div>
  );
}

interface ChoiceGiven {
  readonly where: Where;
  readonly words: ChangesWords;
  readonly units: AnswerOf<'GET /api/units'>['items'];
}

function Choice({ where: { query, session }, words, units }: ChoiceGiven) {
  const own = session?.post.unit ?? '';
  const within = unitsWithin(units, own);
  const to = (state: string) =>
    `/corrections?${new URLSearchParams({ ...(query.unit && { unit: query.unit }), state })}`;
  const current = query.state === 'closed' ? 'closed' : 'open';
  return (
    <>
      {within.length > 1 && (
        <Filter label={words.unitGo} submit={words.unitGo}>
          <ChoiceField
            label={words.unit}
            name="unit"
            chosen={query.unit ?? own}
            choices={within.map(({ id, name }) => [id, name])}
          />
        </Filter>
      )}
      <nav class="flex flex-wrap gap-2 mb-4" aria-label={words.title}>
        {(['open', 'closed'] as const).map((state) => (
          <a
            key={state}
            href={to(state)}
            aria-current={state === current ? 'page' : undefined}
            class="inline-flex items-center min-h-12 px-4 rounded-xl border border-line font-bold aria-[current]:bg-brand-soft aria-[current]:text-brand"
          >
            {words[state]}
          </a>
        ))}
      </nav>
    </>
  );
}
