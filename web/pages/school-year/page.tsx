import { useEffect, useState } from 'preact/hooks';
import { read } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { schoolOf, schoolsAmong } from '../../school.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import * as icons from '../../ui/icons.ts';
import { LinkList } from '../../ui/link-list.tsx';
import { type YearWords, yearWords } from '../../words/year.ts';
import type { YearChange } from './shown.ts';
import { Standing } from './standing.tsx';

const readsOf = (where: Where) => {
  const school = schoolOf(where);
  return {
    units: read('GET /api/units'),
    change: school ? read('GET /api/schools/{school}/year-change', { params: { school } }) : undefined,
  };
};

export const schoolYearPage = definePage({
  allow: ['unit_admin', 'district_admin'],
  frame: 'app',
  words: yearWords,
  title: (words) => words.title,
  reads: readsOf,
  view: (view) => <SchoolYear {...view} />,
});

/** Between two looks at work that goes on. */
const pollMs = 1500;

function SchoolYear({ words, where, data: { units, change }, refresh }: View<YearWords, ReturnType<typeof readsOf>>) {
  const [looks, setLooks] = useState(0);
  const isRunning = change?.state === 'running' || change?.state === 'undoing';
  useEffect(() => {
    if (!isRunning) return;
    // A look that failed is followed by the next one: the work goes on without being watched.
    const again = () => setLooks((count) => count + 1);
    const timer = setTimeout(() => refresh().then(again, again), pollMs);
    return () => clearTimeout(timer);
  }, [isRunning, looks]);
  if (!change) {
    const links = schoolsAmong(units.items).map(({ id, name }) => ({
      href: `${where.path}?unit=${id}`,
      icon: icons.building,
      text: name,
    }));
    return (
      <div class="max-w-3xl mx-auto">
        <Heading title={words.title} note={words.chooseSchool} />
        <LinkList links={links} />
      </div>
    );
  }
  return (
    <div class="max-w-3xl mx-auto flex flex-col gap-4">
      <Heading title={words.title} note={words.lead(String(change.year))}>
        <LinkButton kind="quiet" href={`/leavers?unit=${change.school}`}>
          {words.goLeavers}
        </LinkButton>
      </Heading>
      <Standing words={words} where={where} change={change} refresh={refresh} />
      <Classes words={words} where={where} change={change} />
    </div>
  );
}

function Classes({ words, where, change }: { words: YearWords; where: Where; change: YearChange }) {
  const people = (count: number) => words.volunteers(numberText(count, where.look.language));
  return (
    <div class="grid gap-4 lg:grid-cols-2 items-start">
      <Card title={words.leaving}>
        {change.leaving.length === 0 && (
          <Empty title={words.leavingNone}>
            <p>{words.leavingNoneNext}</p>
          </Empty>
        )}
        <Facts of={change.leaving.map(({ label, volunteers }) => [label, people(volunteers)] as const)} />
      </Card>
      <Card title={words.moving}>
        {change.moving.length === 0 && <p class="text-soft">{words.movingNone}</p>}
        <Facts
          of={change.moving.map(({ from, to, volunteers }) => [words.fromTo(from, to), people(volunteers)] as const)}
        />
      </Card>
    </div>
  );
}
