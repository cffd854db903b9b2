/** What an audit says about findings of fraud: they stand in no wallet, and each says who lifted it. */
import { expect, test } from 'vitest';
import { changeAt } from '../../functions/changes/rows.ts';
import { auditStore } from '../../scripts/audit/audit-store.ts';
import { openAffair } from '../changes/affair.ts';
import { found, liftedBy } from '../changes/finding-stage.ts';

test('a finding and its lifting are in order; one that was lifted by nobody is found', async () => {
  const affair = await openAffair();
  const { world, id } = affair.district;
  const audited = async () => (await auditStore(world.store)).districts.flatMap(({ violations }) => violations);
  const finding = await found(affair, 'volunteer');
  expect(await audited()).toEqual([]);
  await liftedBy(affair, finding);
  expect(await audited()).toEqual([]);
  await world.store.transact('damage', [{ ...changeAt(id, finding), update: { set: { liftedBy: 'nobody' } } }]);
  const violations = await audited();
  expect(violations).toContain(`finding ${finding}: lifted by nobody, which says otherwise`);
  expect(violations).toContainEqual(expect.stringMatching(/^lifting \w+: approved, and its finding says otherwise$/));
});
