/** Chapter five: a star brings one gift with a card's number; hours that counted too much are taken back. */

import { shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import { certify, printCorrected } from './certificates.ts';
import { shiftBody } from './service.ts';
import { backAtWork, expect, pupilAgain, type Stage, type Step, settled } from './stage.ts';

const hourMs = 3_600_000;
const gift = 'junior-1';
/** Two months after the roster. */
const monthsPassed = '2026-05-11';

async function easeStars(stage: Stage): Promise<string> {
  const district = await backAtWork(stage, 'district');
  const from = shanghaiDay(stage.now());
  const eased = { stars_months_min: 2, star_junior_1_minutes: 300 } as const;
  for (const [key, value] of Object.entries(eased) as [keyof typeof eased, number][]) {
    await district.must('POST /api/rules', { body: { key, value, from } });
  }
  const pupil = await pupilAgain(stage);
  const { items } = await pupil.must('GET /api/me/gifts', {});
  expect(items.length === 0, 'no gift before the star');
  return `the first junior star at ${eased.star_junior_1_minutes} minutes, from ${from}; no gift yet`;
}

async function earnStar(stage: Stage): Promise<string> {
  const { notes, now, settle, moveTo } = stage;
  const leader = await backAtWork(stage, 'leader');
  const yesterdayAfternoon = startOfDay(shanghaiDay(now())) - 8 * hourMs;
  const body = shiftBody(notes, { from: yesterdayAfternoon, hours: 2 });
  const { shift } = await leader.must('POST /api/shifts', { body });
  const params = { shift: shift.id };
  const confirmed = await settled(() => leader.must('POST /api/shifts/{shift}/confirmation', { params, body: {} }));
  expect(
    confirmed.items.every(({ outcome }) => outcome === 'done'),
    `everybody confirmed, not ${confirmed.items[0]?.outcome}`,
  );
  await settle();
  const approver = await backAtWork(stage, 'approver');
  await settled(() => approver.must('POST /api/shifts/{shift}/approval', { params, body: {} }));
  const { records } = await approver.must('GET /api/shifts/{shift}', { params });
  await moveTo(Date.parse(records[0]?.dueAt ?? '') + 60_000);
  await settle();
  const tooSoon = await (await pupilAgain(stage)).must('GET /api/me/gifts', {});
  expect(tooSoon.items.length === 0, 'the star to wait for the months of registration');
  await moveTo(startOfDay(monthsPassed) + 60_000);
  await settle();
  const pupil = await pupilAgain(stage);
  const { items } = await pupil.must('GET /api/me/gifts', {});
  const { points, minutes } = await pupil.must('GET /api/me/balance', {});
  expect(items.length === 1 && items[0]?.id === gift && items[0].state === 'open', 'one gift for the star');
  expect(points === 50 && minutes === 360, 'twenty points for two more hours');
  return `${minutes} minutes, ${points} points; gift ${items[0]?.id} open until ${items[0]?.until}`;
}

const serials = ['DSK-2026-1001', 'DSK-2026-1002', 'DSK-2026-1003'];

async function stockGifts(stage: Stage): Promise<string> {
  const { notes } = stage;
  const desk = await backAtWork(stage, 'desk');
  const kind = { unit: notes.get('梅湾中学'), name: '星级读书卡', kind: 'reading_card', levelMin: 1 } as const;
  const item = await desk.must('POST /api/gift-items', { body: kind });
  const params = { item: item.id };
  const delivery = { desk: notes.get('desk'), change: serials.length, reason: '读书卡到货' };
  await desk.must('POST /api/items/{item}/stock', { params, body: delivery });
  await desk.must('POST /api/items/{item}/vouchers', { params, body: { serials } });
  const again = await desk.must('POST /api/items/{item}/vouchers', { params, body: { serials } });
  expect(
    again.items.every(({ outcome }) => outcome === 'duplicate') && again.imported === serials.length,
    'each number to be taken once',
  );
  notes.set('gift item', item.id);
  return `${item.name}: ${again.imported} numbers, ${again.free} free; the same list again: ${again.items[0]?.outcome}`;
}

async function claim(stage: Stage): Promise<string> {
  const { person, notes } = stage;
  const pupil = person('pupil');
  const asked = { params: { gift }, body: { item: notes.get('gift item'), desk: notes.get('desk') } };
  const claimed = await pupil.must('POST /api/me/gifts/{gift}/claim', asked);
  const twice = await pupil.ask('POST /api/me/gifts/{gift}/claim', asked);
  if (twice.ok || twice.body.code !== 'gift_not_open') throw new Error('expected a gift to be claimed once');
  const params = { code: claimed.code ?? '' };
  const given = await person('desk').must('POST /api/pick-ups/{code}/hand-over', {
    params,
    body: { redemption: claimed.id },
  });
  const own = await pupil.must('GET /api/me/redemptions/{redemption}', { params: { redemption: claimed.id } });
  expect(own.voucher !== undefined && serials.includes(own.voucher), 'the pupil to see the card’s number');
  const left = await person('desk').must('GET /api/items/{item}/vouchers', {
    params: { item: notes.get('gift item') },
  });
  expect(left.given === 1 && left.free === serials.length - 1, 'one number given');
  const { points } = await pupil.must('GET /api/me/balance', {});
  expect(points === 50, 'a gift to cost no points');
  const card = `${given.name}, number …${given.voucherEnding}`;
  return `${card}, ${points} points untouched; a second time: ${twice.body.title}`;
}

async function recall({ person, notes }: Stage): Promise<string> {
  const { items, ...counts } = await person('desk').must('POST /api/items/{item}/vouchers/recall', {
    params: { item: notes.get('gift item') },
    body: { serials },
  });
  const outcomes = items.map(({ outcome }) => outcome).sort();
  expect(outcomes.join() === 'done,done,given', 'what is given to stay given');
  return JSON.stringify(counts);
}

async function correct(stage: Stage): Promise<string> {
  const { notes } = stage;
  const pupil = await pupilAgain(stage);
  const wanted = { item: notes.get('电影卡'), desk: notes.get('desk'), price: 20 };
  const open = await pupil.must('POST /api/redemptions', { body: wanted });
  const approver = await backAtWork(stage, 'approver');
  const { id, correction } = await approver.must('POST /api/corrections', {
    body: { shift: notes.get('shift'), volunteer: notes.get('pupil'), minutes: 0, reason: '当天请了病假，没有到场' },
  });
  const decision = { params: { change: id }, body: { approved: true } };
  const alone = await approver.ask('POST /api/changes/{change}/decision', decision);
  expect(!alone.ok && alone.body.code === 'second_person_needed', 'two people for a correction');
  const school = await backAtWork(stage, 'school');
  const decided = await school.must('POST /api/changes/{change}/decision', decision);
  const { points, minutes } = await pupil.must('GET /api/me/balance', {});
  const { state } = await pupil.must('GET /api/me/redemptions/{redemption}', { params: { redemption: open.id } });
  expect(state === 'cancelled', 'the open redemption to give its points back');
  expect(points === 10 && minutes === 120, `10 points and 120 minutes, not ${points} and ${minutes}`);
  const { items } = await pupil.must('GET /api/me/gifts', {});
  expect(items[0]?.state === 'handed_over', 'a gift that was given to stay given');
  const before = `${correction?.minutesBefore} → ${correction?.minutes} minutes`;
  return `${before}; ${JSON.stringify(decided.effect)}; ${points} points, ${minutes} minutes, ${items[0]?.id} kept`;
}

async function find(stage: Stage): Promise<string> {
  const { notes } = stage;
  const pupil = await pupilAgain(stage);
  const school = await backAtWork(stage, 'school');
  const district = await backAtWork(stage, 'district');
  const approve = (change: string) =>
    district.must('POST /api/changes/{change}/decision', { params: { change }, body: { approved: true } });
  const reason = '请假的单子是后来补写的';
  const body = { shift: notes.get('shift'), volunteer: notes.get('pupil'), about: 'volunteer' as const, reason };
  const finding = await school.must('POST /api/findings', { body });
  const { state } = await approve(finding.id);
  expect(state === 'approved', 'the finding to stand');
  const params = { change: finding.id };
  const lifting = await school.must('POST /api/findings/{change}/lifting', {
    params,
    body: { reason: '家长说明了情况' },
  });
  await approve(lifting.id);
  const { items } = await pupil.must('GET /api/me/stars', {});
  expect(
    items.every(({ waitsFor }) => !waitsFor.includes('finding')),
    'nothing to keep stars away any more',
  );
  return `${finding.kind} by two people, ${lifting.kind} by two people; hours and gifts untouched`;
}

async function statement(stage: Stage): Promise<string> {
  const pupil = stage.person('pupil');
  const { items } = await pupil.must('GET /api/me/entries', { query: { limit: 50 } });
  const sum = items.reduce((total, { points }) => total + points, 0);
  const { points } = await pupil.must('GET /api/me/balance', {});
  expect(sum === points, 'the entries to add up to the balance');
  return `${items.length} entries add up to ${sum} points`;
}

export const starsChapter: readonly Step[] = [
  ['The district eases a star', easeStars],
  ['Two more hours and two months of registration cross it: one gift', earnStar],
  ['Reading cards with numbers', stockGifts],
  ['The gift is claimed once and handed over with its number', claim],
  ['Numbers not given are recalled', recall],
  ['The hours are certified by the school, and the certificate is true', certify],
  ['Hours are corrected after they were spent', correct],
  ['A finding keeps stars away, until it is lifted', find],
  ['The certificate says so, and its paper too', printCorrected],
  ['The statement adds up', statement],
];
