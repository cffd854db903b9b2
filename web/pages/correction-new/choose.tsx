/** From the team to the shift to the person whose record counts too much. */
import type { AnswerOf } from '../../api/read.ts';
import { dayText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import type { ChangesWords } from '../../words/changes.ts';
import { shellWords } from '../../words/shell.ts';
import { Records } from './records.tsx';

interface ChooseGiven {
  readonly where: Where;
  readonly words: ChangesWords;
  readonly data: {
    readonly teams: AnswerOf<'GET /api/teams'> | undefined;
    readonly shifts: AnswerOf<'GET /api/shifts'> | undefined;
    readonly shown: AnswerOf<'GET /api/shifts/{shift}'> | undefined;
  };
}

export function Choose({ where, words, data: { teams, shifts, shown } }: ChooseGiven) {
  const { language } = where.look;
  const list = teams ?? shifts;
  return (
    <div class="max-w-2xl mx-auto">
      <a href="/corrections" class="inline-flex items-center gap-1 min-h-12 font-bold text-brand">
        <Icon of={icons.left} class="size-5" />
        {words.backToList}
      </a>
      <Heading title={words.newCorrection} note={words.lead} />
      {teams && (
        <Links title={words.chooseTeam} empty={[words.noTeams, words.noTeamsNext]}>
          {teams.items.map(({ id, name }) => ({ href: `?team=${id}`, name }))}
        </Links>
      )}
      {shifts && (
        <Links title={words.chooseShift} empty={[words.noShifts, words.noShiftsNext]}>
          {shifts.items.map(({ id, name, from }) => ({
            href: `?shift=${id}`,
            name,
            note: dayText(from, language),
          }))}
        </Links>
      )}
      {shown && (
        <Records shown={shown} words={words} look={where.look} mayFind={where.session?.post.role !== 'approver'} />
      )}
      {list && <Turn path={where.path} query={where.query} next={list.next} labels={shellWords[language]} />}
    </div>
  );
}

interface LinksGiven {
  readonly title: string;
  readonly empty: readonly [title: string, next: string];
  readonly children: readonly { readonly href: string; readonly name: string; readonly note?: string }[];
}

const Links = ({ title, empty, children }: LinksGiven) => (
  <Card title={title}>
    {children.length === 0 && (
      <Empty title={empty[0]}>
        <p>{empty[1]}</p>
      </Empty>
    )}
    <ul class="divide-y divide-line">
      {children.map(({ href, name, note }) => (
        <li key={href}>
          <a href={`/corrections/new${href}`} class="min-h-12 py-2 flex items-center gap-3 hover:bg-page">
            <span class="flex-1 min-w-0 font-bold">{name}</span>
            {note && <span class="text-soft">{note}</span>}
            <Icon of={icons.right} class="size-5" />
          </a>
        </li>
      ))}
    </ul>
  </Card>
);
