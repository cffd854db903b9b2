/** What people do to a sign-up over HTTP. */
import { venueCode } from '../../functions/activities/venue-code.ts';
import type { Client } from '../../scripts/local/client.ts';
import type { StepName } from '../../shared/rules/participation.ts';
import { iso, minuteMs, type Stage } from './stage.ts';

export type Actor = 'self' | 'leader' | 'helper' | 'stranger';
export type When = 'before' | 'during' | 'after';
export interface Case {
  readonly stage: Stage;
  readonly shift: string;
  readonly volunteer: string;
  readonly client: Client;
}
type Act = (given: Case) => Promise<string>;

const bulk = async (said: { ok: boolean; body: unknown }) => {
  const { items, code } = said.body as { items?: { outcome: string }[]; code?: string };
  return items?.[0]?.outcome ?? code ?? '';
};
const single = async (said: { ok: boolean; body: unknown }) =>
  said.ok ? 'done' : String((said.body as { code: string }).code);
const noting =
  (what: 'in' | 'out' | 'take_back' | 'paper', walkIn = false): Act =>
  async ({ client, shift, volunteer }) =>
    bulk(
      await client.ask('POST /api/activity-shifts/{shift}/attendance', {
        params: { shift },
        body: { what, means: 'scan', walkIn, volunteers: [volunteer] },
      }),
    );
const scanning =
  (phase: 'in' | 'out'): Act =>
  async ({ client, shift, stage }) => {
    const step = Math.floor(stage.world.now / 15_000);
    const code = venueCode(stage.world.tools, { district: stage.district.id, shift, phase, step });
    return single(await client.ask('POST /api/me/attendance', { body: { code } }));
  };
const answering =
  (decision: 'admit' | 'decline'): Act =>
  async ({ client, shift, volunteer }) =>
    bulk(
      await client.ask('POST /api/activity-shifts/{shift}/requests', {
        params: { shift },
        body: { decision, volunteers: [volunteer] },
      }),
    );

/** What people do over HTTP; the clock's own steps stand in the tests of waiting, absences and calling off. */
export const acts: readonly { step: StepName; by: Actor; when: When; act: Act }[] = [
  {
    step: 'sign_up',
    by: 'self',
    when: 'before',
    act: async ({ client, shift }) =>
      single(await client.ask('POST /api/open-shifts/{shift}/sign-up', { params: { shift }, body: {} })),
  },
  {
    step: 'sign_up',
    by: 'leader',
    when: 'before',
    act: async ({ client, shift, volunteer }) =>
      bulk(
        await client.ask('POST /api/activity-shifts/{shift}/sign-ups', {
          params: { shift },
          body: { volunteers: [volunteer] },
        }),
      ),
  },
  { step: 'admit', by: 'leader', when: 'before', act: answering('admit') },
  { step: 'decline', by: 'leader', when: 'before', act: answering('decline') },
  {
    step: 'accept',
    by: 'self',
    when: 'before',
    act: async ({ client, shift }) =>
      single(await client.ask('POST /api/open-shifts/{shift}/acceptance', { params: { shift }, body: {} })),
  },
  {
    step: 'withdraw',
    by: 'self',
    when: 'before',
    act: async ({ client, shift }) =>
      single(
        await client.ask('POST /api/open-shifts/{shift}/withdrawal', { params: { shift }, body: { reason: 'ill' } }),
      ),
  },
  { step: 'scan', by: 'self', when: 'during', act: scanning('in') },
  { step: 'check_in', by: 'leader', when: 'during', act: noting('in', true) },
  { step: 'check_in', by: 'helper', when: 'during', act: noting('in', true) },
  { step: 'check_in', by: 'stranger', when: 'during', act: noting('in', true) },
  { step: 'leave', by: 'self', when: 'during', act: scanning('out') },
  { step: 'leave', by: 'leader', when: 'during', act: noting('out') },
  { step: 'leave', by: 'helper', when: 'during', act: noting('out') },
  { step: 'take_back', by: 'leader', when: 'during', act: noting('take_back') },
  { step: 'take_back', by: 'helper', when: 'during', act: noting('take_back') },
  { step: 'enter_paper', by: 'leader', when: 'after', act: noting('paper', true) },
  { step: 'enter_paper', by: 'helper', when: 'after', act: noting('paper', true) },
  {
    step: 'decide_departure',
    by: 'leader',
    when: 'after',
    act: async ({ client, shift, volunteer, stage }) =>
      bulk(
        await client.ask('POST /api/activity-shifts/{shift}/departures', {
          params: { shift },
          body: { volunteers: [volunteer], at: iso(stage.world.now - 30 * minuteMs) },
        }),
      ),
  },
  {
    step: 'excuse',
    by: 'leader',
    when: 'after',
    act: async ({ client, shift, volunteer }) =>
      bulk(
        await client.ask('POST /api/activity-shifts/{shift}/excuses', {
          params: { shift },
          body: { volunteers: [volunteer], reason: '发烧' },
        }),
      ),
  },
  {
    step: 'record',
    by: 'leader',
    when: 'after',
    act: async ({ client, shift }) =>
      bulk(await client.ask('POST /api/activity-shifts/{shift}/records', { params: { shift }, body: {} })),
  },
];
