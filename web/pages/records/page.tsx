import { type AnswerOf, type ItemOf, read } from '../../api/read.ts';
import { clockText, dayText, lastDayText, numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { definePage } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Badge, Card, Empty, Heading } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { More, usePages } from '../../ui/more.tsx';
import { Parts } from '../../ui/parts.tsx';
import { hoursWords } from '../../words/hours.ts';
import { lateWords } from '../../words/late.ts';
import { type VolunteerWords, volunteerWords } from '../../words/volunteer.ts';
import { stateTones } from './state-tones.ts';

export const recordsPage = definePage({
  allow: ['volunteer', 'guardian'],
  frame: 'app',
  words: volunteerWords,
  title: (words) => words.recordsTitle,
  reads: ({ query: { cursor } }) => ({ records: read('GET /api/me/records', { query: { cursor, limit: 20 } }) }),
  view: ({ words, where: { look }, data }) => (
    <div class="max-w-2xl mx-auto">
      <Heading title={words.recordsTitle} note={words.recordsLead}>
        <LinkButton kind="quiet" href="/me/merits">
          {words.merits}
        </LinkButton>
        <LinkButton kind="quiet" href="/me/certificates">
          {words.certificates}
        </LinkButton>
      </Heading>
      <Records words={words} look={look} first={data.records} />
    </div>
  ),
});

interface RecordsGiven {
  readonly words: VolunteerWords;
  readonly look: Look;
  readonly first: AnswerOf<'GET /api/me/records'>;
}

function Records({ words, look, first }: RecordsGiven) {
  const pages = usePages('GET /api/me/records', first);
  if (pages.items.length === 0)
    return (
      <Card>
        <Empty title={words.noRecords}>
          <p>{words.noRecordsNext}</p>
        </Empty>
      </Card>
    );
  return (
    <>
      <ul class="grid gap-3">
        {pages.items.map((record) => (
          <RecordLine key={record.shift} words={words} look={look} record={record} />
        ))}
      </ul>
      <More pages={pages} label={words.more} look={look} />
    </>
  );
}

interface RecordGiven extends Omit<RecordsGiven, 'first'> {
  readonly record: ItemOf<'GET /api/me/records'>;
}

function RecordLine({ words, look: { language }, record }: RecordGiven) {
  const { shift, name, place, state, from, to, credit, minutes, reason, dueAt, waitsFor, since, late } = record;
  const times = `${clockText(from, language)}–${clockText(to, language)}`;
  return (
    <li>
      <a
        href={`/me/records/${shift}`}
        class="bg-card rounded-2xl border border-line p-4 flex items-center gap-3 hover:bg-brand-soft"
      >
        <span class="flex-1 min-w-0 grid gap-1">
          <span class="flex flex-wrap items-center justify-between gap-2">
            <span class="font-bold text-lg">{name}</span>
            <Badge tone={stateTones[state]}>{words.states[state]}</Badge>
          </span>
          <Parts of={[dayText(from, language), times, place]} class="text-soft" />
          <span class="font-bold">
            {credit === 'stamp' ? words.stamp : words.minutes(numberText(minutes, language))}
          </span>
          {state === 'sent_back' && reason && <span class="text-danger">{words.sentBack(reason)}</span>}
          {waitsFor && (
            <span class="flex flex-wrap items-center gap-2 text-soft">
              <Parts of={[words.waitsFor[waitsFor], since && hoursWords[language].since(dayText(since, language))]} />
              {late && <Badge tone="bad">{lateWords[language].late[late]}</Badge>}
            </span>
          )}
          {state === 'published' && dueAt && <span class="text-soft">{words.until(lastDayText(dueAt, language))}</span>}
        </span>
        <Icon of={icons.right} class="size-5 text-soft" />
      </a>
    </li>
  );
}
