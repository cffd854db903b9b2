/** A pupil with final hours who wants them certified, and a way to read what a PDF says. */
import { strict as assert } from 'node:assert';
import { extractText } from 'unpdf';
import type { Store } from '../../functions/platform/store/port.ts';
import type { Client, Output } from '../../scripts/local/client.ts';
import { type Affair, eight, openAffair, served } from '../changes/affair.ts';
import { hourMs } from '../hours/squad.ts';

export type Certificate = Output<'GET /api/me/certificates'>['items'][number];

/** Two final services of a pupil: 120 minutes, and 60 minutes that end at `last`. */
export async function openDesk(wrap?: (store: Store) => Store) {
  const affair = await openAffair(wrap);
  const last = eight + 3.5 * hourMs;
  const shifts = [await served(affair, 120), await served(affair, 60, last - hourMs)] as const;
  return { ...affair, shifts, last, unit: affair.district.east.unit };
}

export const ask = ({ pupil }: Affair, unit: string): Promise<Certificate> =>
  pupil.client.must('POST /api/me/certificates', { body: { unit } });

export const issue = (client: Client, { volunteer, id, minutes }: Certificate) =>
  client.must('POST /api/volunteers/{volunteer}/certificates/{certificate}/decision', {
    params: { volunteer, certificate: id },
    body: { approved: true, minutes },
  });

/** The file of an issued certificate, for whoever wants it. */
export async function printed({ district: { world } }: Affair, client: Client, of: Certificate): Promise<Uint8Array> {
  const params = { volunteer: of.volunteer, certificate: of.id };
  const { id } = await client.must('POST /api/volunteers/{volunteer}/certificates/{certificate}/files', {
    params,
    body: {},
  });
  await world.settle();
  const { link = '' } = await client.must('GET /api/certificate-files/{file}', { params: { file: id } });
  const { searchParams } = new URL(link, 'http://bank');
  const query = { until: Number(searchParams.get('until')), signature: String(searchParams.get('signature')) };
  const said = await client.ask('GET /api/certificate-files/{file}/content', { params: { file: id }, query });
  assert(said.ok);
  return (said.body as Blob).bytes();
}

/** What each page says, as one copies it; spaces that only place the words are left out. */
export async function readPages(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(Uint8Array.from(pdf), { mergePages: false });
  return text.map((page) => page.replaceAll(/\s/g, ''));
}

export const verify = (client: Client, number: string) =>
  client.must('GET /api/certificates/{number}', { params: { number } });
