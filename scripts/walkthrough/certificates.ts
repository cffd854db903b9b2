/** Steps of the stars’ chapter: final hours are certified and verified, then corrected, and printed so. */
import type { Client } from '../local/client.ts';
import { backAtWork, expect, type Stage } from './stage.ts';

const deciding = 'POST /api/volunteers/{volunteer}/certificates/{certificate}/decision';

export async function certify(stage: Stage): Promise<string> {
  const { person, notes } = stage;
  const pupil = person('pupil');
  const { items: issuers } = await pupil.must('GET /api/me/certificates/issuers', {});
  const unit = issuers[0]?.unit ?? '';
  const asked = await pupil.must('POST /api/me/certificates', { body: { unit } });
  const params = { volunteer: asked.volunteer, certificate: asked.id };
  const approver = await backAtWork(stage, 'approver');
  await stage.settle();
  const { items: queue } = await approver.must('GET /api/certificates', { query: { unit } });
  expect(
    queue.some(({ id }) => id === asked.id),
    'the certificate to wait for its unit',
  );
  const seen = await approver.must('GET /api/volunteers/{volunteer}/certificates/{certificate}', { params });
  const { number = '', minutes } = await approver.must(deciding, {
    params,
    body: { approved: true, minutes: seen.minutes },
  });
  notes.set('certificate', asked.id);
  notes.set('certificate number', number);
  const found = await verify(stage);
  expect(found.standing === 'valid' && found.minutes === minutes, 'a certificate that is true');
  return `${minutes} minutes certified by ${found.unitName}, for ${found.name}: ${found.standing}`;
}

export async function printCorrected(stage: Stage): Promise<string> {
  const { person, notes } = stage;
  await stage.settle();
  const { standing, minutes, minutesNow } = await verify(stage);
  expect(standing === 'corrected', `a correction to mark the certificate, which is ${standing}`);
  const pupil = person('pupil');
  const params = { volunteer: notes.get('pupil'), certificate: notes.get('certificate') };
  const { id: file } = await pupil.must('POST /api/volunteers/{volunteer}/certificates/{certificate}/files', {
    params,
    body: {},
  });
  await stage.settle();
  const { state, link = '' } = await pupil.must('GET /api/certificate-files/{file}', { params: { file } });
  expect(state === 'ready', `a paper, which is ${state}`);
  const bytes = await download(pupil, file, link);
  expect(bytes.toString('latin1', 0, 5) === '%PDF-', 'a PDF');
  return `${minutes} → ${minutesNow} minutes, on paper in ${Math.ceil(bytes.length / 1000)} kB`;
}

const verify = ({ person, notes }: Stage) =>
  person('anyone').must('GET /api/certificates/{number}', { params: { number: notes.get('certificate number') } });

/** From the bucket, or from the server that has none. */
async function download(client: Client, file: string, link: string): Promise<Buffer> {
  if (link.startsWith('http')) return Buffer.from(await (await fetch(link)).arrayBuffer());
  const { searchParams } = new URL(link, 'http://server');
  const query = { until: Number(searchParams.get('until')), signature: String(searchParams.get('signature')) };
  const content = await client.must('GET /api/certificate-files/{file}/content', { params: { file }, query });
  return Buffer.from(await content.arrayBuffer());
}
