/** A roster on its way to the server, part by part. What has arrived is not sent again after an interruption. */
import { send } from '../../api/send.ts';

const mebibyte = 1024 * 1024;
const partsMax = 20;
/** Twenty parts of 4 MB. */
const fileBytesMax = partsMax * 4 * mebibyte;
const nameCharactersMax = 120;
const kinds = /\.(xlsx|xls|csv|tsv|txt)$/i;

export interface Upload {
  readonly file: File;
  readonly parts: number;
  readonly partBytes: number;
  /** Given by the server when the first part is due. */
  id?: string;
  partsSent: number;
}

/** @returns why the file cannot be a roster, before anything is sent */
export function refusalOf({ name, size }: File): 'wrongKind' | 'tooLarge' | undefined {
  if (!kinds.test(name)) return 'wrongKind';
  return size > fileBytesMax ? 'tooLarge' : undefined;
}

/** Small files travel in parts of 1 MB, so that progress shows. */
export function beginUpload(file: File): Upload {
  const partBytes = Math.max(mebibyte, Math.ceil(file.size / partsMax));
  return { file, partBytes, parts: Math.max(1, Math.ceil(file.size / partBytes)), partsSent: 0 };
}

/** @returns the import that reads the file. @throws Refused; called again with the same upload it goes on */
export async function sendUpload(upload: Upload, unit: string, onPart: (parts: number) => void): Promise<string> {
  const { file, parts, partBytes } = upload;
  upload.id ??= (await send('POST /api/files', { body: { name: file.name.slice(-nameCharactersMax), parts } })).id;
  while (upload.partsSent < parts) {
    const start = upload.partsSent * partBytes;
    const content = await base64Of(file.slice(start, start + partBytes));
    const params = { file: upload.id, part: upload.partsSent + 1 };
    await send('PUT /api/files/{file}/parts/{part}', { params, body: { content } });
    upload.partsSent += 1;
    onPart(upload.partsSent);
  }
  return (await send('POST /api/imports', { body: { file: upload.id, unit } })).id;
}

const base64Of = (bytes: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(bytes);
  });
