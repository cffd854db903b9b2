/**
 * A file that opens with a passphrase only: a line in the clear that says how, then pieces of at most 1 MB, each
 * sealed by AES-256-GCM with the number of the piece as nonce. The key is the file's own, argon2id of the passphrase
 * and a random salt. Numbers and the mark of the last piece keep pieces from being left out, swapped or cut off.
 */
import { argon2, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip, createGzip } from 'node:zlib';

/** RFC 9106 §4, second recommended option: 64 MiB, three passes, four lanes. */
const cost = { memory: 65_536, passes: 3, parallelism: 4 };
const format = 'timebank-district-1';
const pieceBytes = 1024 * 1024;
const tagBytes = 16;
const passphraseCharactersMin = 12;

/** @throws Error for a passphrase that is soon guessed */
export async function writeSealed(file: string, passphrase: string, lines: AsyncIterable<string>): Promise<void> {
  if ([...passphrase].length < passphraseCharactersMin)
    throw new Error(`The passphrase must have ${passphraseCharactersMin} characters at least.`);
  const salt = randomBytes(16);
  const head = Buffer.from(`${JSON.stringify({ format, argon2id: cost, salt: salt.toString('base64url') })}\n`);
  const key = await keyOf(passphrase, salt);
  const draft = `${file}.part`;
  const text = Readable.from(withLineEnds(lines), { objectMode: false });
  try {
    const sealed = (source: AsyncIterable<Buffer>) => sealPieces(source, key, head);
    await pipeline(text, createGzip({ level: 6 }), sealed, createWriteStream(draft, { mode: 0o600, flush: true }));
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

/** @throws Error with one sentence when the passphrase is another, or the file was changed or cut off */
export async function* readSealed(file: string, passphrase: string): AsyncIterable<string> {
  const source = pieces(createReadStream(file));
  const head = (await source.next()).value ?? Buffer.alloc(0);
  const salt = saltIn(head, file);
  const key = await keyOf(passphrase, salt);
  const plain = Readable.from(openPieces(source, key, head, file), { objectMode: false });
  const text = createGunzip();
  const piped = pipeline(plain, text);
  piped.catch(() => undefined);
  for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) yield line;
  await piped;
}

const keyOf = async (passphrase: string, nonce: Buffer): Promise<Buffer> =>
  promisify(argon2)('argon2id', { ...cost, message: passphrase.normalize('NFKC'), nonce, tagLength: 32 });

async function* withLineEnds(lines: AsyncIterable<string>): AsyncIterable<string> {
  for await (const line of lines) yield `${line}\n`;
}

async function* sealPieces(source: AsyncIterable<Buffer>, key: Buffer, head: Buffer): AsyncIterable<Buffer> {
  yield head;
  let number = 0;
  let waiting = Buffer.alloc(0);
  for await (const chunk of source) {
    waiting = Buffer.concat([waiting, chunk]);
    for (; waiting.length > pieceBytes; waiting = waiting.subarray(pieceBytes)) {
      yield seal(waiting.subarray(0, pieceBytes), key, head, number++, false);
    }
  }
  yield seal(waiting, key, head, number, true);
}

function seal(piece: Buffer, key: Buffer, head: Buffer, number: number, isLast: boolean): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast)).setAAD(head);
  const sealed = Buffer.concat([cipher.update(piece), cipher.final()]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(sealed.length);
  return Buffer.concat([size, cipher.getAuthTag(), sealed]);
}

async function* openPieces(
  source: AsyncIterator<Buffer>,
  key: Buffer,
  head: Buffer,
  file: string,
): AsyncIterable<Buffer> {
  let number = 0;
  for (let at = await source.next(), next = at; !at.done; at = next, number++) {
    next = await source.next();
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, next.done === true)).setAAD(head);
    decipher.setAuthTag(at.value.subarray(0, tagBytes));
    try {
      yield Buffer.concat([decipher.update(at.value.subarray(tagBytes)), decipher.final()]);
    } catch {
      throw new Error(`${file} does not open: another passphrase, or the file is not whole.`);
    }
  }
  if (number === 0) throw new Error(`${file} is not whole.`);
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** The head with its line end, then each piece: tag and sealed bytes. */
async function* pieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, undefined> {
  let waiting = Buffer.alloc(0);
  let hasHead = false;
  for await (const chunk of source) {
    waiting = Buffer.concat([waiting, chunk]);
    if (!hasHead && waiting.includes(10)) {
      const end = waiting.indexOf(10) + 1;
      yield waiting.subarray(0, end);
      waiting = waiting.subarray(end);
      hasHead = true;
    }
    for (let end = endOfPiece(waiting); hasHead && end <= waiting.length; end = endOfPiece(waiting)) {
      yield waiting.subarray(4, end);
      waiting = waiting.subarray(end);
    }
  }
  // What is cut off within a piece is a piece that does not open.
  if (waiting.length > 0) yield waiting;
  return undefined;
}

const endOfPiece = (waiting: Buffer) =>
  waiting.length < 4 ? Number.POSITIVE_INFINITY : 4 + tagBytes + waiting.readUInt32BE(0);

function saltIn(head: Buffer, file: string): Buffer {
  try {
    const said = JSON.parse(head.toString('utf8'));
    if (said.format === format) return Buffer.from(said.salt, 'base64url');
  } catch {
    // Falls through to the refusal.
  }
  throw new Error(`${file} is no export of a district.`);
}
