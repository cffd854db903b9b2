/** A resident of one place's community, with orders and wishes in different states. */
import type { Client } from '../../scripts/local/client.ts';
import { orderAsk, whom } from '../orders/neighbourhood.ts';
import { jpeg, picture } from '../pictures.ts';
import { listAsk, wishAsk } from '../wishes/wishing.ts';
import { activated, type Ground, pin } from './ground.ts';
import { nextLogin } from './staff.ts';

let phones = 0;
/** Each household has one wish at a time. */
const somebody = () => ({ ...whom, phone: `138${String(++phones).padStart(8, '0')}` });

export async function openNeighbours({ land, community }: Ground, leader: Client, pupil: string) {
  const { admin, world } = land;
  const invite = async () => {
    const { code } = await admin.must('POST /api/residents', {
      body: { unit: community, login: nextLogin('resident'), ...whom },
    });
    return activated(world, code, { pin });
  };
  const resident = await invite();
  const {
    id: order,
    link,
    code,
  } = await resident.client.must('POST /api/orders', { body: orderAsk({ kind: 'outing' }) });
  const orders = { order, track: { link, code } };
  const body = orderAsk({ kind: 'outing', unit: community, contact: whom });
  const accepted = await admin.must('POST /api/orders', { body });
  const { id: passed } = await admin.must('POST /api/orders', { body });
  await leader.must('PUT /api/team-orders/profile', {
    body: { takes: true, skills: ['company'], slots: [], loadMax: 20 },
  });
  const params = { order: accepted.id };
  await admin.must('POST /api/orders/{order}/triage', { params, body: { decision: 'pass' } });
  await admin.must('POST /api/orders/{order}/triage', { params: { order: passed }, body: { decision: 'pass' } });
  await leader.must('POST /api/orders/{order}/acceptance', { params, body: {} });
  await leader.must('PUT /api/orders/{order}/members', { params, body: { volunteers: [pupil] } });
  return {
    resident,
    ...orders,
    accepted: accepted.id,
    passed,
    ...(await openWishes(admin, resident.client, invite, leader)),
  };
}

async function openWishes(admin: Client, resident: Client, invite: () => Promise<{ client: Client }>, leader: Client) {
  const { id: wish } = await resident.must('POST /api/wishes', { body: wishAsk({ contact: somebody() }) });
  const listed = async () => {
    const { client } = await invite();
    const { id } = await client.must('POST /api/wishes', { body: wishAsk({ contact: somebody() }) });
    await admin.must('POST /api/wishes/{wish}/moderation', { params: { wish: id }, body: listAsk });
    return id;
  };
  const listedWish = await listed();
  const claimedWish = await listed();
  await leader.must('POST /api/wishes/{wish}/claim', { params: { wish: claimedWish }, body: {} });
  const received = async () => {
    const wish = await listed();
    const params = { wish };
    await leader.must('POST /api/wishes/{wish}/claim', { params, body: {} });
    await admin.must('POST /api/wishes/{wish}/receipt', { params, body: {} });
    return wish;
  };
  const receivedWish = await received();
  const grantedWish = await received();
  const params = { wish: grantedWish };
  const photo = picture('image/jpeg', jpeg());
  await admin.must('POST /api/wishes/{wish}/hand-over', { params, body: { proof: 'photo', note: '已送到', photo } });
  return { wish, listedWish, claimedWish, receivedWish, grantedWish };
}
