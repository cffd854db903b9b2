import { read } from '../../api/read.ts';
import { clockText, dayText, lastDayText, momentText, numberText } from '../../format.ts';
import { definePage } from '../../page.ts';
import { Badge, Card, Heading } from '../../ui/card.tsx';
import { CreditAccount } from '../../ui/credit-account.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { type RatingWords, ratingWords } from '../../words/ratings.ts';
import { volunteerWords } from '../../words/volunteer.ts';
import { stateTones } from '../records/state-tones.ts';
import type { Followed } from './followed.ts';
import { Objecting, Waiting } from './standing.tsx';
import { Steps } from './steps.tsx';

export const myRecordPage = definePage({
  allow: ['volunteer', 'guardian'],
  frame: 'app',
  words: volunteerWords,
  reads: ({ params: { shift = '' } }) => ({ record: read('GET /api/me/records/{shift}', { params: { shift } }) }),
  title: (words, data) => data?.record.name ?? words.recordsTitle,
  view: ({ words, where: { look }, data: { record }, refresh }) => (
    <div class="max-w-2xl mx-auto">
      <a href="/me/records" class="inline-flex items-center gap-1 min-h-12 font-bold text-brand">
        <Icon of={icons.left} class="size-5" />
        {words.backToRecords}
      </a>
      <Heading title={record.name}>
        <Badge tone={stateTones[record.state]}>{words.states[record.state]}</Badge>
      </Heading>
      <div class="grid gap-4">
        <Now words={words} language={look.language} record={record} />
        <Waiting record={record} look={look} refresh={refresh} />
        <Corrected words={words} language={look.language} record={record} />
        <Card title={words.stepsTitle}>
          <Steps words={words} language={look.language} record={record} />
        </Card>
        <Card>
          <Facts of={factsOf({ words, language: look.language, record })} />
          {record.computed.length > 0 && (
            <CreditAccount lines={record.computed} minutes={record.minutes} language={look.language} />
          )}
        </Card>
        <Objecting record={record} look={look} refresh={refresh} />
      </div>
    </div>
  ),
});

const tones = {
  recorded: 'bg-gold-soft text-gold',
  confirmed: 'bg-gold-soft text-gold',
  published: 'bg-info-soft text-info',
  final: 'bg-brand-soft text-brand',
  sent_back: 'bg-danger-soft text-danger',
  objected: 'bg-gold-soft text-gold',
  rejected: 'bg-danger-soft text-danger',
  corrected: 'bg-brand-soft text-brand',
} as const;

/** What happens next, in one sentence. */
function Now({ words, language, record: { state, waitsFor, dueAt, provisional, reason } }: Followed) {
  const isPublic = state === 'published' && dueAt !== undefined;
  return (
    <div class={`rounded-2xl p-4 ${tones[state]}`}>
      <p class="font-bold">
        {waitsFor ? words.waitsFor[waitsFor] : state === 'rejected' ? words.isRejected : words.isFinal}
      </p>
      {isPublic && <p>{words.until(lastDayText(dueAt, language))}</p>}
      {isPublic && provisional && <p>{words.provisional}</p>}
      {state === 'sent_back' && reason && <p>{words.sentBack(reason)}</p>}
    </div>
  );
}

/** What a record counted before it was corrected, why, and who did it. */
function Corrected({ words, language, record: { correction } }: Followed) {
  if (!correction) return null;
  const { minutesBefore, pointsBefore, reason, proposedBy, decidedBy, at } = correction;
  return (
    <Card title={words.correctedTitle}>
      <p class="font-bold">
        {words.correctedFrom(numberText(minutesBefore, language), numberText(pointsBefore, language))}
      </p>
      <p>{words.correctedWhy(reason)}</p>
      <p class="text-soft">{words.correctedBy(proposedBy, decidedBy, dayText(at, language))}</p>
    </Card>
  );
}

const ratingText = ({ qualities, tags }: RatingWords, given: NonNullable<Followed['record']['rating']>) =>
  [qualities[given.quality - 1], ...(given.tags ?? []).map((tag) => tags[tag])].join(' · ');

function factsOf({ words, language, record }: Followed) {
  const { from, to, place, credit, minutes, points, grade, rating } = record;
  const isOneDay = dayText(from, language) === dayText(to, language);
  const end = isOneDay ? clockText(to, language) : momentText(to, language);
  return [
    [words.recordTime, `${dayText(from, language)} ${clockText(from, language)}–${end}`],
    [words.recordPlace, place],
    [words.recordMinutes, credit === 'stamp' ? words.stamp : words.minutes(numberText(minutes, language))],
    [words.recordPoints, points === undefined ? words.recordPointsLater : numberText(points, language)],
    [words.recordGrade, words.grades[grade]],
    [ratingWords[language].mine, rating && ratingText(ratingWords[language], rating)],
  ] as const;
}
