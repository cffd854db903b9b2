import { describe, expect, test } from 'vitest';
import { stepImport } from '../../functions/volunteers/index.ts';
import { makeWorld } from '../harness.ts';
import { interposing } from './interposing-store.ts';
import { csv, pupil, pupils } from './lines.ts';
import {
  classesOf,
  commit,
  everyPupil,
  importRoster,
  openSchools,
  preview,
  pupilsOf,
  rowsOf,
  upload,
} from './schools.ts';
import { itemsOf } from './stored.ts';

/** A class of so many pupils, of whom the first one's consent may be registered. */
async function openClass(size: number) {
  const { wrap, interpose } = interposing();
  const schools = await openSchools(makeWorld(wrap));
  const { administrator, east } = schools;
  await importRoster(schools, administrator, east, csv(pupils(size)));
  const [schoolClass] = await classesOf(administrator, east);
  const params = { class: String(schoolClass?.id) };
  const [first] = await pupilsOf(administrator, params.class);
  const consent = (textVersion: string) => {
    const body = { volunteers: [String(first?.id)], textVersion, signedOn: '2026-02-20' };
    return administrator.must('POST /api/classes/{class}/consents', { params, body });
  };
  return { schools, interpose, first, consent };
}

describe('what happens between reads and writes is not lost:', () => {
  test('a consent that is renewed while the pupil’s row is being written', async () => {
    const { schools, interpose, first, consent } = await openClass(2);
    const { world, administrator, east } = schools;
    await consent('2025-1');
    const { id } = await preview(schools, administrator, east, csv([{ guardian: '张某' }]));
    interpose(
      ({ table }) => table === 'Volunteers',
      () => consent('2026-1'),
    );
    expect(await commit(schools, administrator, id)).toMatchObject({ state: 'done', committed: 1 });
    const person = (await itemsOf(world.store, 'Volunteers')).find(
      ({ pk, sk }) => pk.endsWith(`${first?.id}`) && sk === 'V',
    );
    expect(person).toMatchObject({ ver: 4, consent: { textVersion: '2026-1' } });
  });

  test('pupils whom another import puts into the same class', async () => {
    const { wrap, interpose } = interposing();
    const schools = await openSchools(makeWorld(wrap));
    const { world, district, administrator, east } = schools;
    await importRoster(schools, administrator, east, csv(pupils(2)));
    const slow = await preview(schools, administrator, east, csv([pupil(3), pupil(4)]));
    const quick = await preview(schools, administrator, east, csv([pupil(5)]));
    interpose(
      ({ table }) => table === 'Volunteers',
      async () => {
        await administrator.must('POST /api/imports/{import}/commit', { params: { import: quick.id }, body: {} });
        await stepImport(world.tools, district, quick.id, world.now);
      },
    );
    expect(await commit(schools, administrator, slow.id)).toMatchObject({ state: 'done', committed: 2 });
    expect((await everyPupil(administrator, east)).map(({ number }) => number)).toEqual(
      pupils(5).map(({ number }) => number),
    );
    expect(await classesOf(administrator, east)).toMatchObject([{ volunteers: 5 }]);
  });

  test('the whole preview, when the first step was thought dead and comes back to its end', async () => {
    const { wrap, interpose } = interposing();
    const schools = await openSchools(makeWorld(wrap));
    const { world, district, administrator, east } = schools;
    const file = await upload(administrator, csv(pupils(3)));
    const { id } = await administrator.must('POST /api/imports', { body: { file, unit: east } });
    const step = () => stepImport(world.tools, district, id, world.now);
    interpose(
      ({ key }) => key.sk === 'PROGRESS',
      async () => {
        await step();
        await step();
      },
    );
    await step();
    const shown = await administrator.must('GET /api/imports/{import}', { params: { import: id } });
    expect(shown).toMatchObject({ state: 'preview', counts: { new: 3 } });
    expect(await commit(schools, administrator, id)).toMatchObject({ state: 'done', committed: 3, counts: { new: 3 } });
    const reported = (await rowsOf(administrator, id, 'new')).map(({ volunteer }) => volunteer);
    expect(reported).toEqual((await everyPupil(administrator, east)).map((one) => one.id));
  });

  test('the confirmation, when a step of the preview comes back late', async () => {
    const { wrap, interpose } = interposing();
    const schools = await openSchools(makeWorld(wrap));
    const { world, district, administrator, east } = schools;
    const file = await upload(administrator, csv(pupils(3)));
    const { id } = await administrator.must('POST /api/imports', { body: { file, unit: east } });
    const step = () => stepImport(world.tools, district, id, world.now);
    await step();
    interpose(
      ({ key }) => key.sk === 'JOB',
      async () => {
        await step();
        await commit(schools, administrator, id);
      },
    );
    await step();
    const shown = await administrator.must('GET /api/imports/{import}', { params: { import: id } });
    expect(shown).toMatchObject({ state: 'done', committed: 3 });
  });

  test('neither of two consents that are registered at once', async () => {
    const { schools, interpose, consent } = await openClass(1);
    const { world } = schools;
    interpose(
      ({ table }) => table === 'Volunteers',
      () => consent('2025-1'),
    );
    await consent('2026-1');
    const history = (await itemsOf(world.store, 'Volunteers')).filter(({ sk }) => sk.startsWith('CONSENT#'));
    expect(history.map(({ textVersion }) => textVersion)).toEqual(['2025-1', '2026-1']);
  });

  test('the rest of a class, when one of its pupils is changed again and again', async () => {
    const { wrap, interpose } = interposing();
    const schools = await openSchools(makeWorld(wrap));
    const { world, district, administrator, east } = schools;
    await importRoster(schools, administrator, east, csv(pupils(4)));
    const { id } = await preview(
      schools,
      administrator,
      east,
      csv(pupils(4).map((line) => ({ ...line, guardian: '张某' }))),
    );
    const busy = (await everyPupil(administrator, east))[1]?.id;
    const isBusy = ({ key }: { key: { pk: string } }) => key.pk === `T#${district}#V#${busy}`;
    const at = { table: 'Volunteers', key: { pk: `T#${district}#V#${busy}`, sk: 'V' } } as const;
    const change = async () => {
      await world.store.transact('busy', [{ ...at, update: { add: { ver: 1 } } }]);
      interpose(isBusy, change);
    };
    interpose(isBusy, change);
    const done = await commit(schools, administrator, id);
    expect(done).toMatchObject({ state: 'done', committed: 3, counts: { changed: 3, conflict: 1 } });
    expect(await rowsOf(administrator, id, 'conflict')).toMatchObject([
      { row: 3, reason: '写入时有别的修改，请稍后重新导入这一行', committed: false },
    ]);
    const again = await preview(
      schools,
      administrator,
      east,
      csv(pupils(4).map((line) => ({ ...line, guardian: '张某' }))),
    );
    expect(again.counts).toMatchObject({ changed: 1, unchanged: 3 });
  });
});
