import { useState } from 'preact/hooks';
import { type AnswerOf, type ItemOf, read } from '../../api/read.ts';
import { dayText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Card, Heading } from '../../ui/card.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Filter, Turn } from '../../ui/filter.tsx';
import { NothingWaits } from '../../ui/nothing-waits.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { type HoursWords, hoursWords } from '../../words/hours.ts';
import { shellWords } from '../../words/shell.ts';
import { unitsWithin } from '../approvals/units.ts';
import { ClassCard } from './class-card.tsx';
import { GoFind, type Refuted } from './go-find.tsx';
import { ObjectionCard } from './objection-card.tsx';

const unitOf = ({ query, session }: Where) => query.unit ?? session?.post.unit ?? '';
const readsOf = (where: Where) => {
  const unit = unitOf(where);
  // Only a school has a public list; the post's own unit says whether it is one.
  const isOwnSchool = unit === where.session?.post.unit && where.session.post.unitCode !== undefined;
  return {
    objections: read('GET /api/objections', { query: { unit, cursor: where.query.cursor } }),
    link: isOwnSchool ? read('GET /api/publicity-link', { query: { unit } }) : undefined,
    units: read('GET /api/units'),
  };
};
type Shown = View<HoursWords, ReturnType<typeof readsOf>>;

export const objectionsPage = definePage({
  allow: ['approver', 'unit_admin', 'district_admin'],
  frame: 'app',
  words: hoursWords,
  title: (words) => words.title,
  reads: readsOf,
  view: (view) => <Objections {...view} />,
});

function Objections({ words, where, data: { objections, link, units }, refresh }: Shown) {
  const { look, session } = where;
  const [refuted, setRefuted] = useState<Refuted>();
  return (
    <div class="max-w-4xl mx-auto flex flex-col gap-4">
      <Heading title={words.title} note={words.lead} />
      <UnitChoice where={where} words={words} units={unitsWithin(units.items, session?.post.unit ?? '')} />
      {refuted && session?.post.role !== 'approver' && <GoFind {...refuted} words={words} />}
      {objections.classes.map((one) => (
        <ClassCard key={one.id} objected={one} words={words} look={look} refresh={refresh} />
      ))}
      {objections.items.length + objections.classes.length === 0 ? (
        <Card>
          <NothingWaits where={where} title={words.emptyTitle} next={words.emptyNext} />
        </Card>
      ) : (
        objections.items.map((one) => (
          <ObjectionCard
            key={`${one.shift}${one.volunteer}`}
            objected={one}
            words={words}
            look={look}
            onUpheld={() => setRefuted(one)}
            refresh={refresh}
          />
        ))
      )}
      <Turn path={where.path} query={where.query} next={objections.next} labels={shellWords[look.language]} />
      {link && (
        <Card title={words.linkTitle}>
          <p>{words.linkLead}</p>
          <QrCode text={addressOf(where, link)} label={words.linkTitle} class="w-full max-w-xs" />
          <p class="my-2 break-all">
            <a class="link" href={addressOf(where, link)}>
              {addressOf(where, link)}
            </a>
          </p>
          <p class="text-soft">{words.linkUntil(dayText(link.until, look.language))}</p>
        </Card>
      )}
    </div>
  );
}

const addressOf = ({ origin }: Where, { school, link }: AnswerOf<'GET /api/publicity-link'>) =>
  `${origin}/publicity/${school}?link=${encodeURIComponent(link)}`;

interface ChoiceGiven {
  readonly where: Where;
  readonly words: HoursWords;
  readonly units: readonly ItemOf<'GET /api/units'>[];
}

function UnitChoice({ where, words, units }: ChoiceGiven) {
  if (units.length < 2) return null;
  return (
    <Filter label={words.unitGo} submit={words.unitGo}>
      <ChoiceField
        label={words.unit}
        name="unit"
        chosen={unitOf(where)}
        choices={units.map(({ id, name }) => [id, name])}
      />
    </Filter>
  );
}
