/** What is sent to the routes of hours, activities, orders, wishes and rewards. */
import { activityAsk, iso, shiftEnd, shiftStart } from '../activities/stage.ts';
import { schoolMorning } from '../harness.ts';
import { hourMs, shiftAsk } from '../hours/squad.ts';
import { orderAsk, whom } from '../orders/neighbourhood.ts';
import { jpeg, picture } from '../pictures.ts';
import { listAsk, wishAsk } from '../wishes/wishing.ts';
import type { Asks } from './asks-of-routes.ts';
import { price } from './goods.ts';

const reason = '签到表上只有一小时';
const shiftTimes = { from: iso(schoolMorning - 3 * hourMs), to: iso(schoolMorning - 2.75 * hourMs) };
const later = { from: iso(schoolMorning + 48 * hourMs), to: iso(schoolMorning + 49 * hourMs) };
const photo = picture('image/jpeg', jpeg());
const { participants: _, from: __, to: ___, ...saidOfShift } = shiftAsk({}, []);

export const asksOfService: Asks = {
  'POST /api/shifts': ({ pupil }) => ({ body: shiftAsk({ from: schoolMorning - 2 * hourMs, minutes: 30 }, [pupil]) }),
  'GET /api/shifts': ({ team }) => ({ query: { team } }),
  'PUT /api/shifts/{shift}/records/{volunteer}': () => ({ body: shiftTimes }),
  'PUT /api/shifts/{shift}/photo': () => ({ body: photo }),
  'POST /api/shifts/{shift}/return': () => ({ body: { reason } }),
  'GET /api/approvals': ({ school }) => ({ query: { unit: school } }),
  'POST /api/me/records/{shift}/objection': () => ({ body: { reason: 'wrong_time' } }),
  'GET /api/publicity-link': ({ school }) => ({ query: { unit: school } }),
  'POST /api/publicity/{school}/objections': ({ link, published, ref }) => ({
    body: { link, shift: published, person: ref, reason: 'not_there' },
  }),
  'GET /api/objections': ({ school }) => ({ query: { unit: school } }),
  'POST /api/shifts/{shift}/objections/{volunteer}': () => ({ body: { decision: 'dismissed', answer: reason } }),
  'POST /api/shifts/{shift}/class-objections/{objection}': () => ({ body: { decision: 'dismissed', answer: reason } }),
  'POST /api/week-sheets': ({ pupil }) => ({
    body: {
      ...saidOfShift,
      week: '2026-02-23',
      times: { morning: { from: '07:00', to: '07:30' } },
      cells: [{ weekday: 5, half: 'morning', volunteers: [pupil] }],
    },
  }),
  'GET /api/anomalies': ({ school }) => ({ query: { unit: school } }),
  'POST /api/anomalies/{anomaly}/closure': () => ({ body: { reason } }),
  'PUT /api/shifts/{shift}/ratings': ({ pupil }) => ({ body: { ratings: [{ volunteer: pupil, quality: 5 }] } }),
  'POST /api/merits': ({ pupil }) => ({
    body: { kind: 'award', name: '好少年', organiser: '区教育局', day: '2026-03-01', volunteers: [pupil] },
  }),
  'POST /api/volunteers/{volunteer}/merits/{merit}/withdrawal': () => ({ body: { reason } }),
  'POST /api/me/certificates': ({ school }) => ({ body: { unit: school } }),
  'POST /api/volunteers/{volunteer}/certificates': ({ school }) => ({ body: { unit: school } }),
  'GET /api/certificates': ({ school }) => ({ query: { unit: school } }),
  'POST /api/volunteers/{volunteer}/certificates/{certificate}/decision': () => ({
    body: { approved: false, answer: reason },
  }),
  'GET /api/certificate-files/{file}/content': () => ({ query: { until: 1, signature: 'made-up' } }),
  'POST /api/activities': () => ({ body: activityAsk() }),
  'POST /api/activities/{activity}/copies': () => ({
    body: { shifts: [{ from: iso(shiftStart), to: iso(shiftEnd) }] },
  }),
  'GET /api/activities': ({ team }) => ({ query: { team } }),
  'GET /api/activity-shifts': ({ team }) => ({ query: { team } }),
  'PUT /api/activity-shifts/{shift}': () => ({ body: { place: '北河公园' } }),
  'POST /api/activity-shifts/{shift}/cancellation': () => ({ body: { reason: 'weather' } }),
  'POST /api/qualifications': ({ pupil }) => ({ body: { name: '急救', volunteers: [pupil] } }),
  'POST /api/open-shifts/{shift}/sign-up': () => ({ body: { role: 0 } }),
  'POST /api/activity-shifts/{shift}/sign-ups': ({ twin }) => ({ body: { volunteers: [twin] } }),
  'POST /api/activity-shifts/{shift}/requests': ({ pupil }) => ({ body: { volunteers: [pupil], decision: 'admit' } }),
  'GET /api/activity-shifts/{shift}/codes': () => ({ query: { phase: 'in' } }),
  'POST /api/activity-shifts/{shift}/attendance': ({ pupil }) => ({
    body: { what: 'in', means: 'tick', volunteers: [pupil] },
  }),
  'POST /api/me/attendance': ({ activityShift }) => ({ body: { shift: activityShift, phase: 'in', digits: '123456' } }),
  'PUT /api/activity-shifts/{shift}/head-counts': () => ({ body: { start: 2 } }),
  'PUT /api/activity-shifts/{shift}/helper': ({ pupil }) => ({ body: { volunteer: pupil } }),
  'POST /api/activity-shifts/{shift}/departures': ({ pupil }) => ({
    body: { volunteers: [pupil], at: iso(schoolMorning) },
  }),
  'POST /api/activity-shifts/{shift}/excuses': ({ pupil }) => ({ body: { volunteers: [pupil], reason } }),
  'POST /api/feedback/{token}': () => ({
    body: { score: 5, tags: [], device: '6f1ed002-ab55-4a5c-8f0e-0d3e63f2a9b1' },
  }),
  'PUT /api/service-menu/{kind}': () => ({
    body: {
      title: '上门理发',
      minutes: 60,
      riskLevel: 0,
      homeVisit: true,
      skill: 'hair',
      mayBeUrgent: false,
      days: 7,
      open: true,
    },
  }),
  'POST /api/residents': ({ community }) => ({ body: { unit: community, login: 'resident-new', ...whom } }),
  'POST /api/orders': ({ community }, role) => ({
    body: orderAsk({ kind: 'outing', ...(role !== 'resident' && { unit: community, contact: whom }) }),
  }),
  'POST /api/tracks': ({ track }) => ({ body: track }),
  'POST /api/tracks/rating': ({ track }) => ({ body: { ...track, stars: 5 } }),
  'GET /api/orders': ({ community }) => ({ query: { unit: community } }),
  'POST /api/orders/{order}/triage': () => ({ body: { decision: 'turn_down', reason } }),
  'POST /api/orders/{order}/dispatch': ({ team }) => ({ body: { teams: [team] } }),
  'POST /api/orders/{order}/extension': () => ({ body: { ...later, reason } }),
  'POST /api/orders/{order}/cancellation': () => ({ body: { reason } }),
  'POST /api/orders/{order}/rating': () => ({ body: { stars: 5 } }),
  'POST /api/orders/{order}/call-back': () => ({ body: { note: reason } }),
  'PUT /api/team-orders/profile': () => ({ body: { takes: true, skills: ['company'], slots: [], loadMax: 3 } }),
  'POST /api/orders/{order}/hand-back': () => ({ body: { reason } }),
  'PUT /api/orders/{order}/members': ({ pupil }) => ({ body: { volunteers: [pupil] } }),
  'POST /api/orders/{order}/finish': () => ({ body: { did: '陪同去医院' } }),
  'POST /api/wishes': ({ community }, role) => ({
    body: wishAsk({ ...(role !== 'resident' && { unit: community }), contact: newcomer }),
  }),
  'GET /api/wish-desk': ({ community }) => ({ query: { unit: community } }),
  'POST /api/wishes/{wish}/moderation': () => ({ body: listAsk }),
  'POST /api/wishes/{wish}/hand-over': ({ team }) => ({ body: { proof: 'signature', note: '已签收', team } }),
  'POST /api/wishes/{wish}/thanks': () => ({ body: { phrases: ['thank_you'] } }),
  'POST /api/wishes/{wish}/delivery': ({ pupil }) => ({ body: { volunteers: [pupil], ...shiftTimes } }),
  'POST /api/wishes/{wish}/review': () => ({ body: { decision: 'withdraw', reason } }),
  'POST /api/donations': () => ({ body: { points: 1 } }),
  'POST /api/items': ({ school }) => ({ body: { unit: school, name: '铅笔', kind: 'stationery', price } }),
  'PUT /api/items/{item}': () => ({ body: { price, open: true } }),
  'PUT /api/items/{item}/picture': () => ({ body: photo }),
  'POST /api/items/{item}/stock': ({ desk }) => ({ body: { desk, change: 1, reason } }),
  'POST /api/redemptions': ({ item, desk }) => ({ body: { item, desk, price } }),
  'POST /api/pick-ups/{code}/hand-over': ({ redemption }) => ({ body: { redemption } }),
  'POST /api/gift-items': ({ school }) => ({ body: { unit: school, name: '故事书', kind: 'book', levelMin: 1 } }),
  'POST /api/me/gifts/{gift}/claim': ({ giftItem, desk }) => ({ body: { item: giftItem, desk } }),
  'GET /api/gifts': ({ school }) => ({ query: { school } }),
  'POST /api/gifts/hand-over': ({ pupil, giftItem }) => ({
    body: { volunteer: pupil, gift: 'junior-1', item: giftItem },
  }),
  'POST /api/pick-ups/hand-over': ({ redemption, pickUpCode }) => ({
    body: { redemptions: [{ redemption, code: pickUpCode }] },
  }),
  'POST /api/pick-ups/{code}/cancellation': ({ redemption }) => ({ body: { redemption, reason: 'closed' } }),
  'POST /api/pick-ups/closed/{redemption}/exchange': ({ givenAt }) => ({ body: { closedAt: givenAt, reason } }),
  'POST /api/items/{item}/counts': ({ desk }) => ({ body: { desk, counted: 8, reason } }),
  'POST /api/items/{item}/vouchers': () => ({ body: { serials: ['AB-1234'] } }),
  'POST /api/items/{item}/vouchers/recall': () => ({ body: { serials: ['AB-1234'] } }),
  'POST /api/service-items': ({ school }) => ({
    body: { unit: school, name: '理发', partner: '理发店', place: '一层', validUntil: '2026-03-31', price },
  }),
  'POST /api/items/{item}/slots': ({ desk }) => ({ body: { desk, ...later, quota: 2 } }),
  'POST /api/pick-ups/{code}/missed': ({ booking }) => ({ body: { redemption: booking } }),
  'POST /api/volunteers/{volunteer}/redemptions': ({ item, desk }) => ({ body: { item, desk, price } }),
};
const newcomer = { ...whom, phone: '13912345678' };
