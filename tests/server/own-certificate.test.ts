/** The certificate that a server in a LAN makes for itself. */
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeCertificate, ownCertificate } from '../../scripts/server/own-certificate.ts';
import { readReach } from '../../scripts/server/reach.ts';

const folder = mkdtempSync(join(tmpdir(), 'timebank-certificate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const now = Date.parse('2026-11-22T08:00:00Z');
const dayMs = 86_400_000;
const names = ['localhost', 'timebank.school.lan', '192.168.1.20', '::1', '2001:db8::7'];

test('is good for every name and address of the machine, for 396 days, and vouches for itself only', () => {
  const made = new X509Certificate(makeCertificate(names, now).cert);
  expect(made.verify(made.publicKey)).toBe(true);
  expect(made.checkIssued(made)).toBe(true);
  for (const address of ['192.168.1.20', '::1', '2001:db8::7']) expect(made.checkIP(address), address).toBeDefined();
  for (const host of ['localhost', 'timebank.school.lan']) expect(made.checkHost(host), host).toBeDefined();
  expect(made.checkHost('other.school.lan')).toBeUndefined();
  expect(made.validToDate.getTime()).toBe(now + 396 * dayMs);
  expect(made.ca).toBe(true);
});

test('is trusted by a client that has it installed, and by no other', async () => {
  const tls = makeCertificate(['localhost', '127.0.0.1'], Date.now());
  const server = createServer(tls, (_, response) => response.end('ok')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = (ca?: string) =>
    new Promise<string>((resolve) => {
      const asked = request({ host: '127.0.0.1', port, ca, agent: false }, (answer) => {
        answer.resume();
        resolve(String(answer.statusCode));
      });
      asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
      asked.end();
    });
  expect(await ask(tls.cert)).toBe('200');
  expect(await ask()).toMatch(/SELF_SIGNED|UNABLE_TO_VERIFY/);
  server.close();
});

test('stays until it nears its end or the machine has another address, with its key for nobody else', () => {
  const first = ownCertificate(folder, names, now);
  expect(ownCertificate(folder, names, now + 300 * dayMs)).toEqual(first);
  expect(ownCertificate(folder, names, now + 370 * dayMs)).not.toEqual(first);
  expect(ownCertificate(folder, [...names, '10.0.0.9'], now)).not.toEqual(first);
  expect(statSync(join(folder, 'own.key')).mode & 0o077).toBe(0);
  expect(readFileSync(join(folder, 'own.crt'), 'utf8')).toContain('BEGIN CERTIFICATE');
});

test('a server without TLS answers its own machine only', () => {
  expect(readReach({}, folder, now)).toEqual({ host: '127.0.0.1', behindProxy: undefined });
  expect(readReach({ 'behind-proxy': true }, folder, now)).toEqual({ host: '127.0.0.1', behindProxy: true });
  expect(() => readReach({ host: '0.0.0.0' }, folder, now)).toThrow('speaks TLS only');
  expect(() => readReach({ lan: true, 'behind-proxy': true }, folder, now)).toThrow('Choose one');
  expect(() => readReach({ certificate: 'a.crt' }, folder, now)).toThrow('go together');
  expect(readReach({ lan: true }, folder, now).tls?.cert).toContain('BEGIN CERTIFICATE');
});
