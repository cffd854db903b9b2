/** POST /api/merges and star gifts: one for each person, scheme and level, however often somebody was registered. */
import { describe, expect, test } from 'vitest';
import { type Gifts, giftsOf, openGifts, starred } from '../rewards/gift-stage.ts';
import { serve } from '../rewards/served.ts';
import { appoint, type Pupil, welcome } from '../teams/school.ts';

async function openBoth() {
  const gifts = await openGifts();
  const staff = async () => appoint(gifts, 'unit_admin', gifts.east.unit);
  const [first, second] = [await staff(), await staff()];
  const decided = async (change: string) => {
    const params = { change };
    return second.must('POST /api/changes/{change}/decision', { params, body: { approved: true } });
  };
  const merge = async (kept: Pupil, merged: Pupil) => {
    const body = { kept: kept.id, merged: merged.id, reason: '重复登记' };
    return decided((await first.must('POST /api/merges', { body })).id);
  };
  const part = async (change: string) => {
    const body = { reason: '两个人' };
    return decided((await first.must('POST /api/merges/{change}/undo', { params: { change }, body })).id);
  };
  return { gifts, merge, part };
}
const given = ({ keeper, item }: Gifts, { id: volunteer }: Pupil) =>
  keeper.must('POST /api/gifts/hand-over', { body: { volunteer, gift: 'junior-1', item } });

describe('a merge of two registrations', () => {
  test('brings a gift along that nobody has claimed, and it can be claimed', async () => {
    const { gifts, merge } = await openBoth();
    const [kept, other] = [await welcome(gifts, gifts.east), await starred(gifts)];
    await merge(kept, other);
    expect(await giftsOf(kept)).toEqual(['junior-1 open']);
    await given(gifts, kept);
    expect(await giftsOf(kept)).toEqual(['junior-1 handed_over']);
  });

  test('ends the gift of the one where the other was given it', async () => {
    const { gifts, merge } = await openBoth();
    const [kept, other] = [await starred(gifts), await starred(gifts)];
    await given(gifts, other);
    await merge(kept, other);
    expect(await giftsOf(kept)).toContain('junior-1 expired');
  });

  test('brings no second gift for a level that only the other was given', async () => {
    const { gifts, merge } = await openBoth();
    const [kept, other] = [await welcome(gifts, gifts.east), await starred(gifts)];
    await given(gifts, other);
    await merge(kept, other);
    await serve(gifts, kept.id, { hours: 5 });
    expect(await giftsOf(kept)).toEqual([]);
  });

  test('gives what the two together reach', async () => {
    const { gifts, merge } = await openBoth();
    const [kept, other] = [await welcome(gifts, gifts.east), await welcome(gifts, gifts.east)];
    for (const { id } of [kept, other]) await serve(gifts, id, { hours: 6 });
    await merge(kept, other);
    expect(await giftsOf(kept)).toEqual(['junior-1 open']);
  });
});

describe('a merge that is taken back', () => {
  test('gives an unclaimed gift back to whose it was', async () => {
    const { gifts, merge, part } = await openBoth();
    const [kept, other] = [await welcome(gifts, gifts.east), await starred(gifts)];
    await part((await merge(kept, other)).id);
    await other.signIn();
    expect(await giftsOf(other)).toEqual(['junior-1 open']);
    expect(await giftsOf(kept)).toEqual(['junior-1 expired']);
  });

  test('gives no second one for a gift that was claimed meanwhile', async () => {
    const { gifts, merge, part } = await openBoth();
    const [kept, other] = [await welcome(gifts, gifts.east), await starred(gifts)];
    const { id } = await merge(kept, other);
    await given(gifts, kept);
    await part(id);
    await other.signIn();
    expect(await giftsOf(other)).toEqual(['junior-1 expired']);
  });
});
