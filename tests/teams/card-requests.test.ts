import { expect, test } from 'vitest';
import { csv, pupils } from '../volunteers/lines.ts';
import { appointAdministrator, everyPupil, importRoster, openSchools } from '../volunteers/schools.ts';
import { everythingStored, expectRefusal } from './school.ts';

const password = 'Spring wind over the river 7';
const grown = pupils(3).map((line) => ({ ...line, class: '八(2)班', birthDate: '2011-05-01' }));

async function openTeam() {
  const schools = await openSchools();
  const { administrator, world, east } = schools;
  await importRoster(schools, administrator, east, csv(grown));
  const [one, two, outsider] = (await everyPupil(administrator, east)).map(({ id }) => id) as [string, string, string];
  const { id: team } = await administrator.must('POST /api/teams', { body: { unit: east, name: '小手牵大手' } });
  await administrator.must('POST /api/teams/{team}/members', { params: { team }, body: { volunteers: [one, two] } });
  const invited = { login: `leader-${east.toLowerCase()}`, name: '刘领队' };
  const { code = '' } = await administrator.must('POST /api/teams/{team}/leaders', { params: { team }, body: invited });
  const leader = world.client();
  await leader.must('POST /api/activations', { body: { code, password } });
  return { ...schools, team, one, two, outsider, leader };
}

test('a teacher triggers a new activation code and never sees it: the school prints the card', async () => {
  const { administrator, world, east, team, one, two, outsider, leader } = await openTeam();
  const ask = () =>
    leader.must('POST /api/teams/{team}/card-requests', {
      params: { team },
      body: { volunteers: [one, two, outsider] },
    });
  const { items } = await ask();
  expect(items).toEqual([
    { id: one, outcome: 'done' },
    { id: two, outcome: 'done' },
    { id: outsider, outcome: 'not_found' },
  ]);
  const once = await everythingStored(world);
  world.now += 1000;
  await ask();
  expect(await everythingStored(world)).toEqual(once);
  const waiting = async () => (await administrator.must('GET /api/card-requests', { query: { unit: east } })).items;
  const asked = await waiting();
  expect(asked).toHaveLength(2);
  const first = asked.find(({ volunteer }) => volunteer === one);
  expect(first).toMatchObject({ volunteer: one, class: '八(2)班', askedBy: '刘领队' });
  const cards = await administrator.must('POST /api/classes/{class}/activation-codes', {
    params: { class: String(first?.classId) },
    body: { volunteers: [one] },
  });
  expect(cards.items).toHaveLength(1);
  expect((await waiting()).map(({ volunteer }) => volunteer)).toEqual([two]);
});

test('cards are asked for by those who oversee the team, and listed for the own school', async () => {
  const schools = await openTeam();
  const { world, east, west, team, one, administrator } = schools;
  const other = await appointAdministrator(schools, west);
  await expectRefusal(world, 'not_found', () =>
    other.ask('POST /api/teams/{team}/card-requests', { params: { team }, body: { volunteers: [one] } }),
  );
  await expectRefusal(world, 'not_found', () => other.ask('GET /api/card-requests', { query: { unit: east } }));
  await expectRefusal(world, 'cursor_invalid', () =>
    administrator.ask('GET /api/card-requests', { query: { unit: east, cursor: 'x.y' } }),
  );
});
