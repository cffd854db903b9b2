import { expect, test } from 'vitest';
import { csv, pupil, pupils } from './lines.ts';
import { classesOf, everyPupil, importRoster, openSchools, rowsOf } from './schools.ts';

test('a re-split of classes moves pupils and never duplicates', async () => {
  const schools = await openSchools();
  const { administrator, east } = schools;
  const split = (count: number) => pupils(12).map((line, at) => ({ ...line, class: `三(${(at % count) + 1})班` }));
  await importRoster(schools, administrator, east, csv(split(3)));
  const before = await everyPupil(administrator, east);
  const done = await importRoster(schools, administrator, east, csv(split(2)));
  expect(done.counts).toMatchObject({ new: 0, conflict: 0, faulty: 0 });
  const after = await everyPupil(administrator, east);
  expect(after.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
  expect((await classesOf(administrator, east)).map(({ label, volunteers }) => [label, volunteers])).toEqual([
    ['三(1)班', 6],
    ['三(2)班', 6],
  ]);
});

test('a pupil spelled otherwise in another class is moved and renamed, not registered again', async () => {
  const schools = await openSchools();
  const { administrator, east } = schools;
  await importRoster(schools, administrator, east, csv(pupils(2)));
  const [before] = await everyPupil(administrator, east);
  const done = await importRoster(schools, administrator, east, csv([{ name: '张晓一', class: '三(4)班' }, pupil(2)]));
  expect(done.counts).toMatchObject({ new: 0, changed: 1, unchanged: 1 });
  const after = await everyPupil(administrator, east);
  expect(after).toHaveLength(2);
  expect(after.find(({ id }) => id === before?.id)).toMatchObject({ name: '张晓一', class: '三(4)班' });
});

test('a number that another pupil has now is reported, even after the first one has left', async () => {
  const schools = await openSchools();
  const { administrator, east } = schools;
  await importRoster(schools, administrator, east, csv(pupils(2)));
  const [first] = await everyPupil(administrator, east);
  const other = csv([{ name: '王芳', birthDate: '2017-02-03' }, pupil(2)]);
  const volunteers = [String(first?.id)];
  const refusedTwice = async () => {
    const { id, counts } = await importRoster(schools, administrator, east, other);
    expect(counts).toMatchObject({ new: 0, changed: 0, conflict: 1 });
    expect(await rowsOf(administrator, id, 'conflict')).toMatchObject([{ row: 2, column: '学号', committed: false }]);
  };
  await refusedTwice();
  await administrator.must('POST /api/schools/{school}/leavers', { params: { school: east }, body: { volunteers } });
  await refusedTwice();
  expect((await everyPupil(administrator, east)).map(({ name }) => name)).toEqual([pupil(2).name]);
});
