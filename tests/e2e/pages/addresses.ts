/** An address of every page in the demo district, and who goes there. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { previewRoster } from '../../../scripts/local/actions.ts';
import { type Client, makeClient } from '../../../scripts/local/client.ts';
import type { Visitor } from './browser.ts';

export interface Address {
  /** The page's name: its folder under web/pages. */
  readonly page: string;
  readonly path: string;
  readonly as: Visitor;
}
/** What stands for `:word` in an address. */
interface Found {
  readonly shift: string;
  readonly waiting: string;
  readonly record: string;
  readonly redemption: string;
  readonly item: string;
  readonly service: string;
  readonly member: string;
  readonly import: string;
  readonly activity: string;
  readonly session: string;
  readonly feedback: string;
  readonly team: string;
  readonly pupil: string;
  readonly twin: string;
  readonly order: string;
  readonly track: string;
  readonly wish: string;
  readonly class: string;
  readonly certificate: string;
  readonly receipt: string;
}

const password = 'demo-time-bank-2026';
const roster = join(import.meta.dirname, '../../fixtures/rosters/qingqiao-gb18030.csv');

/** Asks the API for what the demo made, and uploads one roster that waits in preview. */
export async function addressesOf(url: string): Promise<readonly Address[]> {
  const found = await find(url);
  const of = (as: Visitor, pages: Readonly<Record<string, string>>): Address[] =>
    Object.entries(pages).map(([page, path]) => ({ page, path, as }));
  return [
    ...of('nobody', { home: '/', 'sign-in': '/sign-in', activate: '/activate', look: '/look' }),
    ...of('nobody', { track: `/track/${found.track}` }),
    ...of('resident', { 'my-orders': '/me/orders', 'order-new': '/orders/new', wishes: '/wishes' }),
    ...of('community', { 'order-desk': '/orders', order: `/orders/${found.order}`, 'wish-desk': '/wish-desk' }),
    ...of('community', { wish: `/wish-desk/${found.wish}` }),
    ...of('helper', { 'leader-orders': '/leader/orders' }),
    ...of('pupil', { visits: '/me/visits' }),
    ...of('nobody', { publicity: '/publicity', 'publicity-school': '/publicity/110001' }),
    ...of('nobody', { 'objection-receipt': `/objection/${found.receipt}` }),
    ...of('nobody', { 'public-figures': '/figures/110001' }),
    ...of('pupil', {
      points: '/me',
      records: '/me/records',
      'my-record': `/me/records/${found.record}`,
      shop: '/shop',
      booking: `/shop/${found.service}`,
    }),
    ...of('pupil', { redemptions: '/me/redemptions', 'pick-up': `/me/redemptions/${found.redemption}` }),
    ...of('pupil', { inbox: '/inbox', 'inbox-switches': '/inbox/switches' }),
    ...of('pupil', { 'my-certificates': '/me/certificates' }),
    ...of('nobody', { verify: `/verify?number=${found.certificate}` }),
    ...of('school', { 'pupil-certificates': `/pupils/${found.pupil}/certificates` }),
    ...of('approver', { certificates: '/certificates' }),
    ...of('pupil', { 'my-merits': '/me/merits', gifts: '/me/gifts', 'my-data': '/me/data' }),
    ...of('nobody', { 'activate-guardian': '/activate/guardian', join: '/join' }),
    ...of('parent', { children: '/me/children', consent: '/me/consent', points: '/me' }),
    ...of('pupil', { team: '/me/team', account: '/account', menu: '/menu' }),
    ...of('leader', { confirm: '/confirm', substitutes: `/teams/${found.team}/substitutes` }),
    ...of('leader', { leader: '/leader', record: '/leader/record', shift: `/leader/shifts/${found.shift}` }),
    ...of('leader', {
      week: '/leader/week',
      'redeem-for': `/redeem-for/${found.member}`,
      ratings: `/leader/shifts/${found.shift}/ratings`,
      'leader-cards': '/leader/cards',
    }),
    ...of('pupil', { activities: '/me/activities', activity: `/me/activities/${found.activity}`, scan: '/scan' }),
    ...of('leader', {
      'leader-activities': '/leader/activities',
      'activity-new': '/leader/activities/new',
      attendance: `/leader/activities/${found.session}`,
    }),
    ...of('nobody', { feedback: `/feedback/${found.feedback}` }),
    ...of('approver', { approvals: '/approvals', approval: `/approvals/${found.waiting}` }),
    ...of('desk', { 'desk-gifts': '/desk/gifts', fair: '/desk/fair', 'kept-item': `/items/${found.item}` }),
    ...of('desk', { desk: '/desk', 'desk-today': '/desk/today', stock: '/desk/stock' }),
    ...of('school', { overview: '/overview', pupils: '/pupils', imports: '/imports', exports: '/exports' }),
    ...of('school', {
      import: `/imports/${found.import}?show=new`,
      cards: `/cards?class=${found.class}`,
      staff: '/staff',
    }),
    ...of('school', { pupil: `/pupils/${found.pupil}`, requests: '/requests', slips: `/slips?class=${found.class}` }),
    ...of('school', {
      corrections: '/corrections',
      'correction-new': `/corrections/new?shift=${found.shift}`,
      'points-by-hand': '/corrections/points',
      merge: `/corrections/merge?kept=${found.pupil}&merged=${found.twin}`,
      objections: '/objections',
      anomalies: '/anomalies',
      merits: `/merits?class=${found.class}&of=${found.pupil}`,
    }),
    ...of('school', { 'school-year': '/school-year', leavers: '/leavers' }),
    ...of('school', { teams: '/teams', 'team-members': `/teams/${found.team}` }),
    ...of('school', { 'kept-item': `/items/${found.service}` }),
    ...of('school', { rewards: '/rewards', 'publicity-list': '/publicity-list', rules: '/rules' }),
    ...of('district', {
      approvals: '/approvals',
      overview: '/overview',
      district: '/district',
      units: '/units',
      rules: '/rules',
      'consent-texts': '/consent-texts',
      desks: '/desks',
      'service-menu': '/orders/menu',
    }),
  ];
}

async function enter(url: string, body: object): Promise<Client> {
  const client = makeClient((path, init) => fetch(url + path, init));
  await client.must('POST /api/sessions', { body: body as { login: string; password: string } });
  return client;
}

async function findAmongNeighbours(url: string): Promise<Pick<Found, 'order' | 'track' | 'wish'>> {
  const resident = await enter(url, { login: 'resident', password: '482951' });
  const orders = await resident.must('GET /api/me/orders', {});
  const community = await enter(url, { login: 'community', password });
  const { post } = await community.must('GET /api/session', {});
  const wishes = await community.must('GET /api/wish-desk', { query: { unit: post.unit } });
  const [order, wish] = [orders.items[0], wishes.items[0]];
  return { order: order?.id ?? '', track: order?.link ?? '', wish: wish?.id ?? '' };
}

/** Everybody of the demo's school is too young to be named: the list has classes. */
async function objectTo(school: Client, unit: string): Promise<string> {
  const { link, school: code } = await school.must('GET /api/publicity-link', { query: { unit } });
  const params = { school: code };
  const { items } = await school.must('GET /api/publicity/{school}', { params });
  const line = items.find(({ classes }) => classes.length > 0);
  const body = { link, shift: line?.shift ?? '', class: line?.classes[0]?.class ?? '', reason: 'other' as const };
  return (await school.must('POST /api/publicity/{school}/objections', { params, body })).receipt ?? '';
}

async function find(url: string): Promise<Found> {
  const pupil = await enter(url, { school: '110001', number: '2026080101', pin: '482951' });
  const [leader, school] = await Promise.all(['leader', 'school'].map((login) => enter(url, { login, password })));
  if (!leader || !school) throw new Error('The demo has no staff');
  const [records, redemptions] = [
    await pupil.must('GET /api/me/records', {}),
    await pupil.must('GET /api/me/redemptions', {}),
  ];
  const items = await pupil.must('GET /api/items', {});
  const certificates = await pupil.must('GET /api/me/certificates', {});
  const { post } = await leader.must('GET /api/session', {});
  const members = await leader.must('GET /api/teams/{team}/members', { params: { team: post.scope } });
  const shifts = await leader.must('GET /api/shifts', { query: { team: post.scope } });
  // The demo's next activity may have begun since.
  const from = new Date(Date.now() - 2 * 3_600_000).toISOString();
  const sessions = await leader.must('GET /api/activity-shifts', { query: { team: post.scope, from } });
  const session = sessions.items.find(({ isDuty }) => !isDuty)?.id ?? '';
  const { token } = await leader.must('GET /api/activity-shifts/{shift}/feedback', { params: { shift: session } });
  const signUps = await pupil.must('GET /api/me/sign-ups', {});
  const unit = post.unit;
  const approvals = await school.must('GET /api/approvals', { query: { unit } });
  const classes = await school.must('GET /api/classes', { query: { school: unit } });
  const pupils = await school.must('GET /api/volunteers', { query: { unit } });
  const bytes = await readFile(roster);
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 100));
  const preview = await previewRoster(school, { name: 'roster.csv', bytes, unit }, pause);
  return {
    shift: shifts.items[0]?.id ?? '',
    waiting: approvals.items[0]?.id ?? '',
    record: records.items[0]?.shift ?? '',
    item: redemptions.items[0]?.item ?? '',
    service: items.items.find((one) => one.kind === 'service')?.id ?? '',
    member: members.items[0]?.volunteer ?? '',
    redemption: redemptions.items.find(({ state }) => state === 'reserved')?.id ?? '',
    import: preview.id,
    activity: signUps.items[0]?.shift ?? '',
    session,
    feedback: token,
    team: post.scope,
    class: classes.items[0]?.id ?? '',
    certificate: certificates.items.find(({ number }) => number)?.number ?? '',
    pupil: pupils.items[0]?.id ?? '',
    twin: pupils.items[1]?.id ?? '',
    receipt: await objectTo(school, unit),
    ...(await findAmongNeighbours(url)),
  };
}
