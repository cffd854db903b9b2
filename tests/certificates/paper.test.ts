import { describe, expect, test } from 'vitest';
import { certificatePdf } from '../../functions/exports/writing/certificate-pdf.ts';
import { snapshotAt } from '../../functions/hours/certificates/rows.ts';
import { openingOf, openingsOf } from '../../functions/platform/audit/openings.ts';
import { corrected } from '../changes/affair.ts';
import { expectRefusal } from '../teams/school.ts';
import { ask, issue, openDesk, printed, readPages } from './desk.ts';

const fonts = new URL('../../node_modules/@expo-google-fonts/noto-sans-sc/', import.meta.url);
const wanting = 'POST /api/volunteers/{volunteer}/certificates/{certificate}/files';

describe('the paper of a certificate', () => {
  test('is one page whose text can be copied: person, unit, services, number, total and where to verify', async () => {
    const desk = await openDesk();
    const issued = await issue(desk.approver, await ask(desk, desk.unit));
    const pages = await readPages(await printed(desk, desk.pupil.client, issued));
    expect(pages).toHaveLength(1);
    for (const text of [
      '志愿服务记录证明',
      '张小明',
      issued.number ?? '',
      `由${issued.unitName}组织和记录的志愿服务2次，服务时长共3小时（180分钟）`,
      '2026-03-07路口引导东门路口08:00–10:00120',
      '盖章处',
      '第1页，共1页',
      '/verify',
    ]) {
      expect(pages[0]).toContain(text);
    }
    expect(pages[0]).not.toContain('已更正');
  });

  test('is printed again as it was issued, and says itself that it has been corrected since', async () => {
    const desk = await openDesk();
    const issued = await issue(desk.approver, await ask(desk, desk.unit));
    await corrected(desk, desk.shifts[0], 60);
    await desk.district.world.settle();
    const [page] = await readPages(await printed(desk, desk.pupil.client, issued));
    expect(page).toContain('服务时长共3小时（180分钟）');
    expect(page).toContain('已更正：出具以后有记录被更正，现在共2小时（120分钟）');
  });

  test('goes on over more pages when it is long, each with its head and its number', async () => {
    const line = { shift: 's', volunteer: 'v', name: '图书角整理和登记', place: '图书馆', minutes: 60 };
    const from = Date.parse('2026-03-02T02:00:00Z');
    const lines = Array.from({ length: 120 }, (_, day) => {
      const begin = from + day * 86_400_000;
      return { ...line, from: begin, to: begin + 3_600_000 };
    });
    const said = { name: '张小明', schoolName: '城东学校', class: '', unitName: '城东学校' };
    const paper = { ...said, lines, number: '20260701-0000-0000', minutes: 7200, issuedAt: from };
    const pages = await readPages(await certificatePdf(paper, { origin: 'https://bank.example.cn', fonts }));
    expect(pages.length).toBeGreaterThan(3);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(`20260701-0000-0000第${at + 1}页，共${pages.length}页`);
    }
    expect(pages.join('').match(/图书角整理和登记/g)).toHaveLength(120);
    expect(pages.slice(0, -1).join('')).not.toContain('盖章处');
    expect(pages.at(-1)).toContain('盖章处');
  });

  test('is for its person, and for staff, of whom it is written down that they took it', async () => {
    const desk = await openDesk();
    const { district, approver, pupil, leader } = desk;
    const asked = await ask(desk, desk.unit);
    const params = { volunteer: asked.volunteer, certificate: asked.id };
    await expectRefusal(district.world, 'certificate_not_issued', () =>
      pupil.client.ask(wanting, { params, body: {} }),
    );
    const issued = await issue(approver, asked);
    const seen = async () => {
      const { items } = await district.world.store.query({ ...openingsOf(district.id, pupil.id), limit: 50 });
      return items.map((item) => openingOf(item).route).filter((route) => route.includes('certificate-files'));
    };
    await printed(desk, pupil.client, issued);
    expect(await seen()).toEqual([]);
    await printed(desk, leader, issued);
    expect(await seen()).toEqual(['GET /api/certificate-files/{file}']);
  });

  test('that does not come is said to have failed after an hour, and is there should it come after all', async () => {
    const desk = await openDesk();
    const { district, approver, pupil } = desk;
    const { world } = district;
    const { volunteer, id: certificate } = await issue(approver, await ask(desk, desk.unit));
    const { id: file } = await pupil.client.must(wanting, { params: { volunteer, certificate }, body: {} });
    const put = world.tools.files.put;
    world.tools.files.put = () => Promise.reject(new Error('The disk is full'));
    await expect(world.settle()).rejects.toThrow('The disk is full');
    const stateAfter = async (minutes: number) => {
      world.now += minutes * 60_000;
      await pupil.signIn();
      return (await pupil.client.must('GET /api/certificate-files/{file}', { params: { file } })).state;
    };
    expect(await stateAfter(60)).toBe('waiting');
    expect(await stateAfter(1)).toBe('failed');
    world.tools.files.put = put;
    await world.settle();
    expect(await stateAfter(0)).toBe('ready');
  });

  test('of which nothing is frozen has failed at once, instead of being tried for ever', async () => {
    const desk = await openDesk();
    const { district, approver, pupil } = desk;
    const issued = await issue(approver, await ask(desk, desk.unit));
    const named = { district: district.id, volunteer: issued.volunteer, id: issued.id };
    const params = { volunteer: issued.volunteer, certificate: issued.id };
    await district.world.settle();
    const { id: file } = await pupil.client.must(wanting, { params, body: {} });
    await district.world.store.transact('LOSE', [{ ...snapshotAt(named), remove: true }]);
    await district.world.settle();
    const shown = await pupil.client.must('GET /api/certificate-files/{file}', { params: { file } });
    expect(shown.state).toBe('failed');
    expect(shown.link).toBeUndefined();
  });

  test('is gone for whoever did not ask for it, and after a week', async () => {
    const desk = await openDesk();
    const { district, approver, pupil } = desk;
    const { volunteer, id: certificate } = await issue(approver, await ask(desk, desk.unit));
    const { id: file } = await pupil.client.must(wanting, { params: { volunteer, certificate }, body: {} });
    await district.world.settle();
    await expectRefusal(district.world, 'not_found', () =>
      approver.ask('GET /api/certificate-files/{file}', { params: { file } }),
    );
    const content = 'GET /api/certificate-files/{file}/content';
    await expectRefusal(district.world, 'export_link_expired', () =>
      pupil.client.ask(content, { params: { file }, query: { until: 1, signature: 'made-up' } }),
    );
    district.world.now += 7 * 86_400_000;
    await pupil.signIn();
    await expectRefusal(district.world, 'not_found', () =>
      pupil.client.ask('GET /api/certificate-files/{file}', { params: { file } }),
    );
  });
});
