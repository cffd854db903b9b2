/** Certificates of one place's pupil, put there by hand: one waits, one is issued and its paper was asked for. */
import { strict as assert } from 'node:assert';
import { whoAsks } from '../../functions/access/index.ts';
import { paperJobAt, paperJobRow } from '../../functions/exports/certificate-rows.ts';
import { askingWrite, issuingWrites } from '../../functions/hours/certificates/rows.ts';
import { readSessionCookie } from '../../functions/platform/identity/cookie.ts';
import type { Ground } from './ground.ts';
import type { Person } from './person.ts';

let numbers = 0;

export async function openCertificates({ land, school }: Ground, volunteer: string, askers: readonly Person[]) {
  const { world, id: district } = land;
  const { tools, now } = world;
  const [certificate, issued, paper] = [tools.newId(now), tools.newId(now), tools.newId(now)];
  const asked = {
    ...{ district, volunteer, unit: school, minutes: 30, services: 1, byStaff: false },
    state: 'asked' as const,
    askedBy: volunteer,
    askedAt: now,
  };
  const certificateNumber = `20260302-0000-${String(++numbers).padStart(4, '0')}`;
  const snapshot = { name: '张小明', schoolName: '城东学校', class: '', unitName: '城东学校', lines: [] };
  const decided = { ...asked, id: issued, state: 'issued' as const, number: certificateNumber, decidedAt: now };
  await tools.store.transact(`CERTIFICATES#${issued}`, [
    askingWrite({ ...asked, id: certificate }),
    askingWrite(decided),
    ...issuingWrites(tools, decided, snapshot),
  ]);
  for (const { cookie } of askers) {
    const who = await whoAsks(readSessionCookie(cookie()) ?? '', now, tools);
    assert(who);
    const job = { id: paper, volunteer, certificate: issued, post: who.post.id, origin: '', createdAt: now };
    const put = paperJobRow({ ...job, state: 'ready' });
    await tools.store.transact(`PAPER#${paper}`, [{ ...paperJobAt({ district, person: who.person, id: paper }), put }]);
  }
  return { certificate, certificateNumber, paper };
}
