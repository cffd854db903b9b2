import { type AnswerOf, read } from '../../api/read.ts';
import { dayText } from '../../format.ts';
import { definePage, type Where } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Filter, Turn } from '../../ui/filter.tsx';
import { PrintButton } from '../../ui/print-button.tsx';
import { type PublicityWords, publicityWords } from '../../words/publicity.ts';
import { shellWords } from '../../words/shell.ts';
import { ShiftList } from '../publicity-school/shift-list.tsx';

/** The school whose list it is: the post's own, or the one that somebody above chose. */
const schoolOf = ({ query, session }: Where) => query.school || session?.post.unitCode;

/** The masked list as a sheet of paper for the notice board: what the public sees, with room for the seal. */
export const publicityListPage = definePage({
  allow: ['approver', 'unit_admin', 'district_admin'],
  frame: 'app',
  words: publicityWords,
  title: (words) => words.ownTitle,
  reads(where) {
    const school = schoolOf(where);
    const query = { cursor: where.query.cursor };
    return {
      units: read('GET /api/units'),
      lists: school ? read('GET /api/publicity/{school}', { params: { school }, query }) : undefined,
    };
  },
  view: ({ words, where, data: { units, lists } }) => (
    <div class="max-w-4xl mx-auto">
      <div class="print:hidden">
        <Heading title={words.ownTitle} note={words.ownLead}>
          {lists && lists.items.length > 0 && <PrintButton label={words.print} />}
          {lists && (
            <LinkButton kind="quiet" href={`/publicity/${schoolOf(where)}`}>
              {words.openPublic}
            </LinkButton>
          )}
        </Heading>
      </div>
      <SchoolChoice where={where} words={words} units={units.items} />
      {lists ? <Sheet where={where} words={words} units={units.items} lists={lists} /> : <p>{words.chooseSchool}</p>}
    </div>
  ),
});

interface Told {
  readonly where: Where;
  readonly words: PublicityWords;
  readonly units: AnswerOf<'GET /api/units'>['items'];
}

function SchoolChoice({ where, words, units }: Told) {
  const schools = units.filter(({ code }) => code);
  if (schools.length < 2 && where.session?.post.unitCode) return null;
  return (
    <Filter label={words.schoolGo} submit={words.schoolGo}>
      <ChoiceField
        label={words.school}
        name="school"
        chosen={schoolOf(where)}
        choices={schools.map(({ code = '', name }) => [code, name])}
      />
    </Filter>
  );
}

function Sheet({ where, words, units, lists }: Told & { lists: AnswerOf<'GET /api/publicity/{school}'> }) {
  const { language } = where.look;
  if (lists.items.length === 0) {
    return (
      <Card>
        <Empty title={words.emptyTitle}>
          <p>{words.emptyNext}</p>
        </Empty>
      </Card>
    );
  }
  const school = units.find(({ code }) => code === schoolOf(where));
  const today = new Date(where.now).toISOString();
  return (
    <div class="flex flex-col gap-4">
      <div class="hidden print:block text-center">
        <p class="text-2xl font-bold">{`${school?.name ?? ''}${words.sheetTitle}`}</p>
        <p class="mt-2 text-left">{words.sheetText}</p>
      </div>
      {lists.items.map((shift) => (
        <ShiftList key={`${shift.day}${shift.name}`} shift={shift} words={words} language={language} />
      ))}
      <div class="hidden print:flex justify-between mt-6">
        <p>{words.printedOn(dayText(today, language))}</p>
        <p class="pr-24">{words.seal}</p>
      </div>
      <Turn path={where.path} query={where.query} next={lists.next} labels={shellWords[language]} />
    </div>
  );
}
