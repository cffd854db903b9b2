/**
 * A certificate that a server in a LAN makes for itself, so that phones may be signed in and use their cameras. Nobody
 * vouches for it: browsers ask once, and whoever runs the machines can install it there. X.509 v3 (RFC 5280), written
 * in DER: nothing else on a school's server makes certificates.
 */
import { createHash, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const dayMs = 86_400_000;
/** Browsers refuse certificates that live longer: CA/Browser Forum, Baseline Requirements §6.3.2. */
const livesDays = 397;
const renewedBeforeDays = 30;

/**
 * The folder's certificate; a new one when there is none, it soon ends, or the machine has got another name.
 * @param names host names and addresses by which browsers reach the server
 */
export function ownCertificate(folder: string, names: readonly string[], now: number): Certificate {
  const files = { cert: join(folder, 'own.crt'), key: join(folder, 'own.key') };
  if (existsSync(files.cert) && existsSync(files.key)) {
    const kept = { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') };
    if (isGood(kept.cert, names, now)) return kept;
  }
  const made = makeCertificate(names, now);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(files.key, made.key, { mode: 0o600 });
  writeFileSync(files.cert, made.cert);
  return made;
}

function isGood(cert: string, names: readonly string[], now: number): boolean {
  const known = new X509Certificate(cert);
  const covers = (name: string) => (isIP(name) ? known.checkIP(name) : known.checkHost(name)) !== undefined;
  return now + renewedBeforeDays * dayMs < known.validToDate.getTime() && names.every(covers);
}

export function makeCertificate(names: readonly string[], now: number): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicDer = publicKey.export({ type: 'spki', format: 'der' });
  const signature = sequence(oid.ecdsaWithSha256);
  const issuer = sequence(set(sequence(oid.commonName, utf8('Timebank'))));
  const content = sequence(
    tagged(0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(1), randomBytes(15)])),
    signature,
    issuer,
    sequence(time(now - dayMs), time(now + (livesDays - 1) * dayMs)),
    issuer,
    publicDer,
    tagged(3, sequence(...extensions(names, publicDer))),
  );
  const proof = sign('sha256', content, { key: privateKey, dsaEncoding: 'der' });
  const der = sequence(content, signature, bits(proof));
  const pem = der.toString('base64').replaceAll(/.{1,64}/g, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${pem}-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function extensions(names: readonly string[], publicDer: Buffer): Buffer[] {
  const keyId = createHash('sha1').update(publicDer).digest();
  return [
    sequence(oid.subjectKeyId, octets(octets(keyId))),
    // Installed by hand it is its own authority, and of nobody else's certificates.
    sequence(oid.basicConstraints, yes, octets(sequence(yes, integer(Buffer.of(0))))),
    sequence(oid.keyUsage, yes, octets(der(0x03, Buffer.of(2, 0x84)))),
    sequence(oid.extendedKeyUsage, octets(sequence(oid.serverAuthentication))),
    sequence(oid.subjectAlternativeName, octets(sequence(...names.map(alternativeName)))),
  ];
}

const alternativeName = (name: string) =>
  isIP(name) ? der(0x87, addressBytes(name)) : der(0x82, Buffer.from(name, 'ascii'));

function addressBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const [first, last] = [groups(head), groups(tail ?? '')];
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0');
  return Buffer.from([...first, ...zeros, ...last].map((group) => group.padStart(4, '0')).join(''), 'hex');
}

/** DER: a tag, the length, the content. */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, Buffer.concat(parts));
const set = (...parts: readonly Uint8Array[]) => der(0x31, Buffer.concat(parts));
const integer = (bytes: Buffer) => der(0x02, bytes);
const octets = (bytes: Buffer) => der(0x04, bytes);
const bits = (bytes: Buffer) => der(0x03, Buffer.concat([Buffer.of(0), bytes]));
const utf8 = (text: string) => der(0x0c, Buffer.from(text));
const tagged = (at: number, content: Buffer) => der(0xa0 | at, content);
const yes = der(0x01, Buffer.of(0xff));
/** UTCTime, which ends in 2049. */
const time = (at: number) =>
  der(0x17, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replaceAll(/[-T:]/g, '')}Z`, 'ascii'));

const oid = {
  ecdsaWithSha256: der(0x06, Buffer.from('2a8648ce3d040302', 'hex')),
  commonName: der(0x06, Buffer.from('550403', 'hex')),
  subjectKeyId: der(0x06, Buffer.from('551d0e', 'hex')),
  keyUsage: der(0x06, Buffer.from('551d0f', 'hex')),
  subjectAlternativeName: der(0x06, Buffer.from('551d11', 'hex')),
  basicConstraints: der(0x06, Buffer.from('551d13', 'hex')),
  extendedKeyUsage: der(0x06, Buffer.from('551d25', 'hex')),
  serverAuthentication: der(0x06, Buffer.from('2b06010505070301', 'hex')),
};
