/** A shift on the leader's phone: who is expected, there and gone, and what is to be done about it, in one screen. */
import { read } from '../../api/read.ts';
import { clockText, weekdayText } from '../../format.ts';
import { definePage, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Heading } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/notice.tsx';
import { useLater } from '../../ui/use-later.ts';
import { Warning } from '../../ui/warning.tsx';
import { type ActivityWords, activityWords } from '../../words/activities.ts';
import { AfterShift } from './after.tsx';
import type { Given } from './given.ts';
import { People } from './people.tsx';
import { type Session, useAttendance } from './use-attendance.ts';

const readsOf = ({ params }: Pick<Where, 'params'>) => ({
  session: read('GET /api/activity-shifts/{shift}', { params: { shift: params.shift ?? '' } }),
});

export const attendancePage = definePage({
  allow: ['leader', 'volunteer'],
  frame: 'app',
  words: activityWords,
  title: (words, data) => data?.session.name ?? words.leaderTitle,
  reads: readsOf,
  view: ({ words, where, data: { session }, refresh }) => (
    <Attendance words={words} where={where} session={session} refresh={refresh} />
  ),
});

function Attendance(given: Given) {
  const { words, where, session } = given;
  const { language } = where.look;
  const work = useAttendance(session, where.session?.account ?? '', given.refresh);
  const later = useLater(() => import('./later.ts'));
  const clock = (at: string) => clockText(at, language);
  const when = `${weekdayText(session.from, language)} ${clock(session.from)}–${clock(session.to)}`;
  const { cancelled } = session;
  const isOff = cancelled && !cancelled.brokenOff;
  const isOver = cancelled?.brokenOff || where.now >= Date.parse(session.to);
  const isOpen = !cancelled && where.now >= Date.parse(session.opensAt) && where.now <= Date.parse(session.leavesUntil);
  return (
    <div class="flex flex-col gap-4">
      <Heading title={session.name} note={`${when} · ${session.place}`}>
        {session.mayLead && (
          <LinkButton kind="quiet" href="/leader/activities">
            {words.back}
          </LinkButton>
        )}
      </Heading>
      {cancelled && (
        <Warning>
          {[
            words.calledOff[cancelled.reason],
            !isOff && words.brokenOff(clock(session.to)),
            goodwillText(words, cancelled),
          ]
            .filter(Boolean)
            .join('，')}
        </Warning>
      )}
      {later && session.mayLead && !isOff && <later.Manage {...given} />}
      {!isOff && (
        <>
          {later && isOpen && <later.Codes {...given} note={work.note} />}
          {work.problem && <ProblemNote problem={work.problem} look={where.look} />}
          {work.waiting > 0 && (
            <Button kind="quiet" wide onClick={work.flush}>
              <Icon of={icons.offline} class="size-5" />
              {words.kept(String(work.waiting))}
            </Button>
          )}
          {isOver && session.mayLead && <AfterShift {...given} note={work.note} />}
          <People {...given} note={work.note} pending={work.pending} isOpen={isOpen} />
        </>
      )}
    </div>
  );
}

function goodwillText(words: ActivityWords, { goodwill }: NonNullable<Session['cancelled']>) {
  if (!goodwill) return undefined;
  return goodwill.given ? words.goodwillGiven(String(goodwill.people), String(goodwill.points)) : words.goodwillShort;
}
