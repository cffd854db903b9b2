/** The same kind of message says to each what it means to them: who was found at fault, and where points go. */
import { expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { toldOf } from '../../web/pages/inbox/told.ts';
import { inbox } from '../../web/words/zh-CN/inbox.ts';
import { type Affair, corrected, decide, openAffair, reason, served } from '../changes/affair.ts';
import { acceptMove, openMoving, proposeMove } from '../changes/move-stage.ts';

type Kind = 'finding_made' | 'move_done';
async function saidTo(client: Client, kind: Kind): Promise<string | undefined> {
  const { items } = await client.must('GET /api/me/notices', {});
  const notice = items.find((one) => one.kind === kind);
  return notice && inbox.sentences[kind](toldOf(notice, 'zh-CN'));
}

async function found(affair: Affair, about: 'volunteer' | 'recorder') {
  const shift = await served(affair);
  await corrected(affair, shift, 0);
  const body = { shift, volunteer: affair.pupil.id, about, reason };
  const { id } = await affair.first.must('POST /api/findings', { body });
  await decide(affair.second, id);
  await affair.district.world.settle();
}

test('a finding about a volunteer says what it means for stars; one about the recorder, for the rights', async () => {
  const [pupils, recorders] = [await openAffair(), await openAffair()];
  await found(pupils, 'volunteer');
  expect(await saidTo(pupils.pupil.client, 'finding_made')).toBe(
    '有一条服务记录经两位老师核实，不属实；12 个月内暂不升星。有不同意见，可以向学校说明。',
  );
  await found(recorders, 'recorder');
  expect(await saidTo(recorders.leader, 'finding_made')).toBe(
    '您登记的一条记录经核实不属实，暂停确认和审核；您的补录将逐场核实。',
  );
});

test('a move to another district leaves the points behind, and says so; one within it does not', async () => {
  const within = await openMoving('2011-02-01');
  await proposeMove(within, '2026-03-01');
  await acceptMove(within);
  await within.world.settle();
  expect(await saidTo(within.eastStaff, 'move_done')).toBe('转学办好了，时长和积分都跟着走');
  const facts = { reason: 'district' };
  const told = toldOf({ kind: 'move_done', facts, id: '', at: '', unread: true }, 'zh-CN');
  expect(inbox.sentences.move_done(told)).toBe(
    '转学办好了：时长和星级作为记录带去，积分留在原来的区，到期前仍可用原来的登录兑换',
  );
});
