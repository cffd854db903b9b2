/** What is being decided about one place's people: changes, merges, moves, registrations, a roster, a request. */
import { strict as assert } from 'node:assert';
import type { Client } from '../../scripts/local/client.ts';
import { csv, pupil as line } from '../volunteers/lines.ts';
import type { Ground } from './ground.ts';
import { openClass } from './pupils.ts';

interface Concerned {
  readonly unitAdmin: Client;
  readonly volunteer: Client;
  readonly pupil: string;
  readonly fourth: string;
  readonly fifth: string;
}
const reason = '登记时填错了';
let registrations = 0;

export async function openAffairs(ground: Ground, { unitAdmin, volunteer, pupil, fourth, fifth }: Concerned) {
  const { land, school, schoolCode } = ground;
  const { admin } = land;
  const { id: change } = await admin.must('POST /api/adjustments', { body: { volunteer: pupil, points: 5, reason } });
  const merge = await admin.must('POST /api/merges', { body: { kept: fourth, merged: fifth, reason } });
  await unitAdmin.must('POST /api/changes/{change}/decision', {
    params: { change: merge.id },
    body: { approved: true },
  });
  const arriving = await openClass(land, land.outer, 1);
  const mover = arriving.ids[0] ?? '';
  await admin.must('POST /api/moves', { body: { volunteer: mover, schoolCode, reason: '搬家' } });
  const { id: request } = await volunteer.must('POST /api/me/correction-requests', {
    body: { about: 'name', text: '名字写错了一个字' },
  });
  const number = `2027${String(++registrations).padStart(4, '0')}`;
  const { ticket } = await land.world.client().must('POST /api/schools/{code}/registrations', {
    params: { code: schoolCode },
    body: { ...registering, number },
  });
  const waiting = await admin.must('GET /api/registrations', { query: { unit: school } });
  const registration = waiting.items.find((one) => one.number === number)?.id;
  assert(registration);
  return {
    change,
    mergeChange: merge.id,
    mover,
    request,
    ticket,
    registration,
    ...(await openImport(ground, unitAdmin)),
  };
}

export const registering = {
  name: '李晓雨',
  number: '20269001',
  grade: 3,
  classNumber: 2,
  birthDate: '2016-11-11',
  guardian: '李大海',
  guardianAgrees: true,
};

/** A roster that the school's administrator sent, and another one that is being looked at. */
async function openImport({ land: { admin }, school }: Ground, unitAdmin: Client) {
  const roster = csv([line(901), line(902)]);
  const upload = async (client: Client) => {
    const { id } = await client.must('POST /api/files', { body: { name: '名册.csv', parts: 1 } });
    const params = { file: id, part: 1 };
    await client.must('PUT /api/files/{file}/parts/{part}', { params, body: { content: roster.toString('base64') } });
    return id;
  };
  const file = await upload(unitAdmin);
  const { id } = await admin.must('POST /api/imports', { body: { file: await upload(admin), unit: school } });
  return { file, import: id };
}
