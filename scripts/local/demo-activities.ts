/** What the demo's first team has coming: a duty of some weeks, a clean-up that is full, and one that begins now. */
import { addDays, shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Cast, Places } from './demo-people.ts';
import type { DemoStage } from './demo-stage.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const iso = (at: number) => new Date(at).toISOString();
const said = {
  risk: '站在安全处，由老师陪同',
  contact: '周老师',
  conditions: {},
  accompanied: false,
  audience: 'unit',
} as const;

/** The leader is signed in with a post in the first team. */
export async function publishActivities(stage: DemoStage, { leader, pupils }: Cast, { teams }: Places): Promise<void> {
  const { now } = stage;
  const today = shanghaiDay(now);
  const members = teams[0]?.members ?? [];
  const publish = async (body: object): Promise<string> => {
    const { shifts } = await leader.must('POST /api/activities', { body: { ...said, ...body } as never });
    return shifts[0]?.id ?? '';
  };
  await publish({
    name: '护学岗',
    place: '校门口',
    content: '引导同学走斑马线',
    category: 'order',
    roles: [{ name: '引导员', places: 6 }],
    duty: {
      weekdays: [1, 2, 3, 4, 5],
      spans: [
        { from: '07:20', to: '07:50' },
        { from: '16:20', to: '16:50' },
      ],
      first: addDays(today, 2),
      last: addDays(today, 21),
      schoolDays: true,
    },
  });
  const river = { name: '清河护绿', place: '滨河公园', content: '捡拾河岸垃圾', category: 'environment' };
  const full = await publish({
    ...river,
    roles: [
      { name: '保洁员', places: 3 },
      { name: '宣讲员', places: 1 },
    ],
    shifts: [{ from: iso(now + 3 * dayMs), to: iso(now + 3 * dayMs + 2 * hourMs) }],
  });
  const soon = await publish({
    name: '图书角整理',
    place: '图书馆',
    content: '整理和登记图书',
    category: 'other',
    roles: [{ name: '整理员', places: 30 }],
    shifts: [{ from: iso(now + 10 * minuteMs), to: iso(now + 130 * minuteMs) }],
  });
  const list = (shift: string, volunteers: readonly string[]) =>
    leader.must('POST /api/activity-shifts/{shift}/sign-ups', {
      params: { shift },
      body: { volunteers: [...volunteers] },
    });
  await list(full, members.slice(-4));
  await list(soon, members.slice(0, 12));
  for (const pupil of pupils.slice(0, 1)) {
    await pupil.must('POST /api/open-shifts/{shift}/sign-up', { params: { shift: full }, body: { role: 1 } });
  }
  const present = {
    params: { shift: soon },
    body: { what: 'in', means: 'scan', volunteers: members.slice(4, 9) },
  } as const;
  await leader.must('POST /api/activity-shifts/{shift}/attendance', {
    ...present,
    body: { ...present.body, volunteers: [...present.body.volunteers] },
  });
  await stage.settle();
}
