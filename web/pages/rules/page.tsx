import { useState } from 'preact/hooks';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { type Data, read } from '../../api/read.ts';
import { definePage, type Where } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import { type RulesWords, rulesWords } from '../../words/rules.ts';
import { Calendar } from './calendar.tsx';
import { type Group, type Rule, rulesIn } from './groups.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { RuleRow } from './rule-row.tsx';

/** Whoever is of a school reads what holds there. */
const reads = ({ session }: Where) => ({
  rules: read('GET /api/rules'),
  calendar: read('GET /api/calendar'),
  own:
    session?.post.unitKind === 'school'
      ? read('GET /api/schools/{school}/rules', { params: { school: session.post.unit } })
      : undefined,
});

export const rulesPage = definePage({
  allow: 'signed_in',
  frame: 'app',
  words: rulesWords,
  title: (words) => words.title,
  reads,
  view: (given) => <Rules {...given} />,
});

interface RulesGiven {
  readonly words: RulesWords;
  readonly where: Where;
  readonly data: Data<ReturnType<typeof reads>>;
  refresh(): Promise<void>;
}

function Rules({ words, where: { look, now, session }, data: { rules, calendar, own }, refresh }: RulesGiven) {
  const [changing, change] = useState<Rule>();
  const [saved, setSaved] = useState<string>();
  const isOurs = session?.post.role === 'district_admin';
  const unit = session?.post.role === 'unit_admin' ? session.post.unit : undefined;
  const ownOf = ({ key }: Rule) => own?.items.find((item) => item.key === key);
  const schoolOf = (rule: Rule) => {
    const beside = ownOf(rule);
    return unit !== undefined && beside ? { unit, own: beside } : undefined;
  };
  const today = shanghaiDay(now);
  const say = async (said: string) => {
    change(undefined);
    setSaved(said);
    await refresh();
  };
  return (
    <>
      <Heading title={words.title} note={noteFor(words, isOurs, own !== undefined && unit !== undefined)}>
        {isOurs && (
          <LinkButton kind="quiet" href="/consent-texts">
            {words.consentTexts}
          </LinkButton>
        )}
      </Heading>
      <Jump words={words} />
      <div class="sticky top-0 z-10">{saved && <DoneNote>{saved}</DoneNote>}</div>
      <div class="mt-4 xl:columns-2 gap-4">
        {groupNames(words).map((group) => (
          <Card key={group} class="mb-4 break-inside-avoid" title={<span id={group}>{words.groups[group]}</span>}>
            <ul class="divide-y divide-line">
              {rulesIn(rules.items, group).map((rule) => (
                <RuleRow
                  key={rule.key}
                  words={words}
                  language={look.language}
                  rule={rule}
                  own={ownOf(rule)}
                  today={today}
                  onChange={isOurs || schoolOf(rule) ? () => change(rule) : undefined}
                />
              ))}
            </ul>
          </Card>
        ))}
        <Calendar words={words} look={look} days={calendar.items} isOurs={isOurs} onSaved={say} />
      </div>
      {changing && (
        <RuleDialog
          words={words}
          look={look}
          rule={changing}
          school={schoolOf(changing)}
          today={today}
          onClose={() => change(undefined)}
          onSaved={say}
        />
      )}
    </>
  );
}

function noteFor(words: RulesWords, isOurs: boolean, isSchools: boolean): string {
  if (isOurs) return words.note;
  return isSchools ? words.noteSchool : words.noteRead;
}

const groupNames = ({ groups }: RulesWords) => Object.keys(groups) as Group[];

const Jump = ({ words }: { words: RulesWords }) => (
  <nav aria-label={words.jump} class="mb-4 print:hidden">
    <ul class="flex flex-wrap gap-x-4">
      {groupNames(words).map((group) => (
        <li key={group}>
          <a href={`#${group}`} class="link inline-flex items-center min-h-12">
            {words.groups[group]}
          </a>
        </li>
      ))}
      <li>
        <a href="#calendar" class="link inline-flex items-center min-h-12">
          {words.calendar}
        </a>
      </li>
    </ul>
  </nav>
);
