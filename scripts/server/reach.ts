/** How a server is reached, from the words of its command: an address, a port, and who speaks TLS. */
import { readFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { Reach } from '../local/gateway.ts';
import { ownCertificate } from './own-certificate.ts';

export const reachOptions = {
  host: { type: 'string' },
  certificate: { type: 'string' },
  key: { type: 'string' },
  lan: { type: 'boolean' },
  'behind-proxy': { type: 'boolean' },
} as const;
export interface ReachWords {
  readonly host?: string;
  readonly certificate?: string;
  readonly key?: string;
  readonly lan?: boolean;
  readonly 'behind-proxy'?: boolean;
}
export interface Reached extends Reach {
  /** The address to listen on; all of the machine's when absent. */
  readonly host?: string;
}

const loopback = ['127.0.0.1', '::1', 'localhost'];

/**
 * Without TLS a server answers its own machine only: passwords and PINs do not cross a network in the clear.
 * @throws Error with one sentence when the words do not go together or a file cannot be read
 */
export function readReach(words: ReachWords, dataDir: string, now: number): Reached {
  const { host, certificate, key, lan } = words;
  if ([certificate, lan, words['behind-proxy']].filter(Boolean).length > 1)
    throw new Error('Choose one of --certificate, --lan and --behind-proxy.');
  if ((certificate === undefined) !== (key === undefined)) throw new Error('--certificate and --key go together.');
  if (certificate !== undefined && key !== undefined)
    return { host, tls: { cert: readPem(certificate), key: readPem(key) } };
  if (lan) return { host, tls: ownCertificate(join(dataDir, 'certificate'), ownNames(), now) };
  if (!loopback.includes(host ?? 'localhost'))
    throw new Error(`On ${host} the server speaks TLS only: give --certificate and --key, or --lan.`);
  return { host: host ?? '127.0.0.1', behindProxy: words['behind-proxy'] };
}

/** Every name and address of this machine by which a browser near it may ask. */
export function ownNames(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((some) => some ?? []);
  const lasting = addresses.map(({ address }) => address).filter((address) => !address.startsWith('fe80:'));
  return [...new Set(['localhost', hostname().toLowerCase(), ...lasting])];
}

function readPem(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`The file ${file} cannot be read (${(error as Error).message}).`);
  }
}
