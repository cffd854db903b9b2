/** One activity: what it is, and one's own part in it. */
import { useState } from 'preact/hooks';
import { type AnswerOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { clockText, momentText, numberText, weekdayText } from '../../format.ts';
import { definePage, type View } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Badge, Card, Heading } from '../../ui/card.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type ActivityWords, activityWords } from '../../words/activities.ts';
import { stateTones } from '../activities/state-tones.ts';
import { Roles, Withdraw } from './join-and-leave.tsx';

type Shift = AnswerOf<'GET /api/open-shifts/{shift}'>;
const readsOf = ({ params }: { params: Readonly<Record<string, string>> }) => ({
  shift: read('GET /api/open-shifts/{shift}', { params: { shift: params.shift ?? '' } }),
});
type Given = View<ActivityWords, ReturnType<typeof readsOf>>;

export const activityPage = definePage({
  allow: ['volunteer', 'guardian'],
  frame: 'app',
  words: activityWords,
  title: (words, data) => data?.shift.name ?? words.title,
  reads: readsOf,
  view: (view) => <Activity {...view} />,
});

function Activity(view: Given) {
  const { words, where, data } = view;
  const { shift } = data;
  const { language } = where.look;
  return (
    <div class="max-w-2xl mx-auto flex flex-col gap-4">
      <Heading title={shift.name} note={whenOf(shift, language)}>
        <LinkButton kind="quiet" href="/me/activities">
          {words.back}
        </LinkButton>
      </Heading>
      {shift.cancelled && (
        <p class="rounded-xl bg-danger-soft text-danger p-4 font-bold">
          {[words.calledOff[shift.cancelled.reason], shift.cancelled.note].filter(Boolean).join('：')}
        </p>
      )}
      {(!shift.cancelled || shift.mine?.in) && <Part {...view} />}
      <Facts words={words} shift={shift} language={language} />
    </div>
  );
}

const whenOf = ({ from, to }: Shift, language: Given['where']['look']['language']) =>
  `${weekdayText(from, language)} ${clockText(from, language)}–${clockText(to, language)}`;

interface FactsGiven {
  readonly words: ActivityWords;
  readonly shift: Shift;
  readonly language: Given['where']['look']['language'];
}
function Facts({ words, shift, language }: FactsGiven) {
  const { conditions: needs, accompanied, preparationMinutes } = shift;
  const wanted = [
    (needs.ageMin || needs.ageMax) && words.age(String(needs.ageMin ?? ''), String(needs.ageMax ?? '')),
    needs.grades?.length && words.gradesOnly(needs.grades.join('、')),
    ...(needs.qualifications ?? []),
    accompanied && words.accompanied,
  ].filter(Boolean);
  const facts = [
    [words.place, shift.place],
    [words.content, shift.content],
    [words.risk, shift.risk],
    [words.needs, wanted.join(' · ')],
    [words.prepared, preparationMinutes && words.preparedMinutes(numberText(preparationMinutes, language))],
    [words.contact, shift.contact],
    [words.insurance, shift.insurance],
  ] as const;
  return (
    <Card>
      <dl class="grid gap-3">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt class="text-sm text-soft">{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Card>
  );
}

const joinable = ['cancelled', 'lapsed', 'declined', 'freed'];

/** What one can do now: join, confirm, withdraw, or see how one was there. */
function Part({ words, where: { look, now }, data: { shift }, refresh }: Given) {
  const { mine } = shift;
  const [role, setRole] = useState(
    Math.max(
      0,
      shift.roles.findIndex(({ free }) => free > 0),
    ),
  );
  const [isLeaving, setLeaving] = useState(false);
  const params = { shift: shift.id };
  const join = useAction(async () => {
    await send('POST /api/open-shifts/{shift}/sign-up', { params, body: { role } });
    await refresh();
  });
  const accept = useAction(async () => {
    await send('POST /api/open-shifts/{shift}/acceptance', { params, body: {} });
    await refresh();
  });
  const problem = join.problem ?? accept.problem;
  const isAhead = shift.state === 'open' && now < Date.parse(shift.from);
  const mayJoin = isAhead && (!mine || joinable.includes(mine.state));
  const mayLeave = mine && ['asked', 'waiting', 'offered', 'signed'].includes(mine.state);
  return (
    <Card>
      <div class="flex flex-col gap-3">
        {mine && <Standing words={words} mine={mine} language={look.language} />}
        {shift.mayCheckIn && (
          <LinkButton wide href={`/leader/activities/${shift.id}`}>
            {words.goCheckIn}
          </LinkButton>
        )}
        {mayJoin && (
          <>
            <Roles words={words} shift={shift} role={role} onRole={setRole} />
            <Button wide disabled={join.isBusy} onClick={() => join.run()}>
              {(shift.roles[role]?.free ?? 0) > 0 ? words.signUp : words.queueUp}
            </Button>
          </>
        )}
        {mine?.state === 'offered' && (
          <Button wide disabled={accept.isBusy} onClick={() => accept.run()}>
            {words.accept}
          </Button>
        )}
        {problem && <ProblemNote problem={problem} look={look} />}
        {mayLeave && (
          <Button kind="quiet" wide onClick={() => setLeaving(true)}>
            {words.withdraw}
          </Button>
        )}
        {isLeaving && (
          <Withdraw
            words={words}
            look={look}
            shift={shift}
            isLate={mine?.state === 'signed' && now > Date.parse(mine.freeUntil)}
            onClose={() => setLeaving(false)}
            onDone={async () => {
              await refresh();
              setLeaving(false);
            }}
          />
        )}
      </div>
    </Card>
  );
}

type Mine = NonNullable<Shift['mine']>;
function Standing({ words, mine, language }: { words: ActivityWords; mine: Mine; language: 'zh-CN' | 'en' }) {
  const { state, position, offerUntil, inBy, outBy, grade } = mine;
  const lines = [
    position !== undefined && words.position(numberText(position, language)),
    state === 'offered' && offerUntil && words.offerUntil(momentText(offerUntil, language)),
    state === 'signed' && words.freeUntil(momentText(mine.freeUntil, language)),
    mine.in && inBy && words.checkedIn(clockText(mine.in, language), words.means[inBy]),
    mine.out && outBy && words.checkedOut(clockText(mine.out, language), words.means[outBy]),
    grade && words.evidence(words.grades[grade]),
    state === 'in' && words.notOut,
  ];
  return (
    <div class="flex flex-col gap-1 items-start">
      <Badge tone={stateTones[state]}>{words.states[state]}</Badge>
      {lines.map((line) => line && <p key={line}>{line}</p>)}
    </div>
  );
}
