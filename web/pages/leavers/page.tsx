import { type ItemOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayText, hoursText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { schoolOf, schoolsAmong } from '../../school.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Empty, Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import * as icons from '../../ui/icons.ts';
import { LinkList } from '../../ui/link-list.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type YearWords, yearWords } from '../../words/year.ts';
import { Missing } from './missing.tsx';

type Leaver = ItemOf<'GET /api/schools/{school}/leavers'>;

const readsOf = (where: Where) => {
  const school = schoolOf(where);
  const { cursor, import: roster } = where.query;
  return {
    units: read('GET /api/units'),
    leavers:
      school && !roster
        ? read('GET /api/schools/{school}/leavers', { params: { school }, query: { cursor } })
        : undefined,
    missing:
      school && roster
        ? read('GET /api/imports/{import}/missing', { params: { import: roster }, query: { school } })
        : undefined,
  };
};

export const leaversPage = definePage({
  allow: ['unit_admin', 'district_admin'],
  frame: 'app',
  words: yearWords,
  title: (words, data) => (data?.missing ? words.missingTitle : words.leaversTitle),
  reads: readsOf,
  view: (view) => <Leavers {...view} />,
});

type Given = View<YearWords, ReturnType<typeof readsOf>>;

function Leavers({ words, where, data: { units, leavers, missing }, refresh }: Given) {
  const school = schoolOf(where);
  if (!school) return <Schools words={words} where={where} units={units.items} />;
  if (missing) return <Missing words={words} where={where} missing={missing} school={school} refresh={refresh} />;
  return (
    <div class="max-w-3xl mx-auto">
      <Heading title={words.leaversTitle} note={words.leaversLead}>
        <LinkButton kind="quiet" href={`/school-year?unit=${school}`}>
          {words.backToYear}
        </LinkButton>
      </Heading>
      {leavers?.items.length === 0 && !leavers.next && (
        <Empty title={words.leaversNone}>
          <p>{words.leaversNoneNext}</p>
        </Empty>
      )}
      <ul class="grid gap-3">
        {leavers?.items.map((leaver) => (
          <Line key={leaver.id} words={words} where={where} leaver={leaver} school={school} refresh={refresh} />
        ))}
      </ul>
      <Turn path={where.path} query={where.query} next={leavers?.next} labels={words} />
    </div>
  );
}

function Schools({ words, where, units }: Pick<Given, 'words' | 'where'> & { units: Given['data']['units']['items'] }) {
  const query = where.query.import ? `&import=${where.query.import}` : '';
  const links = schoolsAmong(units).map(({ id, name }) => ({
    href: `${where.path}?unit=${id}${query}`,
    icon: icons.building,
    text: name,
  }));
  return (
    <div class="max-w-3xl mx-auto">
      <Heading title={words.leaversTitle} note={words.chooseSchool} />
      <LinkList links={links} />
    </div>
  );
}

interface LineGiven extends Pick<Given, 'words' | 'where' | 'refresh'> {
  readonly leaver: Leaver;
  readonly school: string;
}

function Line({ words, where: { look }, leaver, school, refresh }: LineGiven) {
  const { id, name, number, class: label, leftAt, sealed, minutes, changed } = leaver;
  const back = useAction(async () => {
    const params = { school };
    await send('POST /api/schools/{school}/leavers/return', { params, body: { volunteers: [id] } });
    await refresh();
  });
  return (
    <li class="bg-card rounded-2xl border border-line p-4 flex flex-wrap items-center justify-between gap-3">
      <div>
        <a href={`/pupils/${id}`} class="link inline-flex items-center min-h-12 font-bold">
          {label} {name}
        </a>
        <p class="text-sm text-soft">
          {number} · {words.leftOn(dayText(leftAt, look.language))}
        </p>
        <p>
          {words.sealed(hoursText(sealed, look.language))}
          {changed && ` · ${words.now(hoursText(minutes, look.language))}`}
        </p>
      </div>
      <Button kind="quiet" disabled={back.isBusy} onClick={() => back.run()} aria-label={words.bringBackOf(name)}>
        {words.bringBack}
      </Button>
      {back.problem && <ProblemNote problem={back.problem} look={look} />}
    </li>
  );
}
