/**
 * Addresses that carry their own signature: AWS Signature Version 4 in the query, as S3 takes it for reading an object.
 * The SDK's own signer for addresses is another package; this is all of it that is needed here.
 */
import { createHash, createHmac } from 'node:crypto';

/** A request to read an object, not signed yet. */
export interface Unsigned {
  readonly protocol: string;
  /** With the port, where it is not the protocol's own. */
  readonly host: string;
  /** As it travels: encoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}
export interface Signer {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of a function's role, whose keys are for hours. */
  readonly sessionToken?: string;
  readonly region: string;
}

const algorithm = 'AWS4-HMAC-SHA256';

/** @param now epoch milliseconds from which the address is good, for so many seconds */
export function presigned({ protocol, host, path, query }: Unsigned, signer: Signer, now: number, seconds: number) {
  const time = new Date(now).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const scope = `${time.slice(0, 8)}/${signer.region}/s3/aws4_request`;
  const all = {
    ...query,
    'X-Amz-Algorithm': algorithm,
    'X-Amz-Credential': `${signer.accessKeyId}/${scope}`,
    'X-Amz-Date': time,
    'X-Amz-Expires': String(seconds),
    'X-Amz-SignedHeaders': 'host',
    ...(signer.sessionToken && { 'X-Amz-Security-Token': signer.sessionToken }),
  };
  const asked = Object.entries(all)
    .map((pair) => pair.map(encoded).join('='))
    .sort()
    .join('&');
  const request = ['GET', path, asked, `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const text = [algorithm, time, scope, createHash('sha256').update(request).digest('hex')].join('\n');
  const key = scope
    .split('/')
    .reduce<string | Buffer>((from, part) => hmac(from, part), `AWS4${signer.secretAccessKey}`);
  return `${protocol}//${host}${path}?${asked}&X-Amz-Signature=${hmac(key, text).toString('hex')}`;
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
/** RFC 3986: all but letters, digits, `-`, `_`, `.` and `~`. */
const encoded = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
