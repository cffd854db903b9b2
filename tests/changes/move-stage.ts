/** Two schools with a class each, staff of both, and a pupil with a card and hours who is to move from east to west. */
import { issueVolunteerCode } from '../../functions/access/index.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import type { Client } from '../../scripts/local/client.ts';
import { makeWorld } from '../harness.ts';
import { csv, pupil } from '../volunteers/lines.ts';
import {
  appointAdministrator,
  classesOf,
  importRoster,
  openSchools,
  pupilsOf,
  type Schools,
} from '../volunteers/schools.ts';
import { serve } from './year-stage.ts';

export const pin = '492715';
const westCode = (schools: Schools) =>
  schools.administrator.must('GET /api/units', {}).then(({ items }) => {
    const code = items.find(({ id }) => id === schools.west)?.code;
    if (!code) throw new Error('The west school has no code');
    return code;
  });

export interface Moving extends Schools {
  readonly eastStaff: Client;
  readonly westStaff: Client;
  readonly pupil: string;
  readonly client: Client;
  readonly code: string;
}

/** @param birthDate of a nine-year-old unless said */
export async function openMoving(birthDate = '2016-05-01', wrap?: (store: Store) => Store): Promise<Moving> {
  const schools = await openSchools(makeWorld(wrap));
  const { administrator, east, west, world, district } = schools;
  await importRoster(schools, administrator, east, csv([{ ...pupil(1), birthDate }, pupil(2)]));
  await importRoster(schools, administrator, west, csv([pupil(7)]));
  const [eastStaff, westStaff] = [await appointAdministrator(schools, east), await appointAdministrator(schools, west)];
  const [of] = await classesOf(eastStaff, east);
  const listed = await pupilsOf(eastStaff, of?.id ?? '');
  const id = listed.find(({ number }) => number === pupil(1).number)?.id ?? '';
  const units = (await administrator.must('GET /api/units', {})).items;
  const eastCode = units.find((unit) => unit.id === east)?.code ?? '';
  const client = world.client();
  const asked = {
    district,
    volunteer: id,
    school: east,
    schoolCode: eastCode,
    number: pupil(1).number,
    now: world.now,
  };
  const { code: card, writes } = issueVolunteerCode(world.tools, asked);
  await world.store.transact(`CARD#${id}`, writes);
  await client.must('POST /api/activations', { body: { code: card, pin } });
  const moving = { ...schools, eastStaff, westStaff, pupil: id, client, code: await westCode(schools) };
  await serve({ ...moving, school: eastStaff }, id, 120);
  return moving;
}

export const proposeMove = ({ eastStaff, pupil: volunteer, code }: Moving, paperOn?: string) =>
  eastStaff.ask('POST /api/moves', { body: { volunteer, schoolCode: code, reason: '搬家', paperOn } });
export const acceptMove = ({ westStaff, pupil: volunteer }: Moving, number = '20269001', paperOn?: string) =>
  westStaff.ask('POST /api/moves/{volunteer}/acceptance', {
    params: { volunteer },
    body: { grade: 4, classNumber: 5, number, paperOn },
  });
