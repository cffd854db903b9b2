/** The only file that knows how certificates are kept: under their person, in their unit's queue, and by number. */
import type { Attributes, Item, Query, Target, Write } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { version } from '../rows.ts';

/** Who may be asked for a certificate is the unit that recorded; it certifies its own records and no other's. */
export interface Certificate {
  readonly id: string;
  readonly district: string;
  readonly volunteer: string;
  readonly unit: string;
  readonly from?: string;
  readonly to?: string;
  readonly state: 'asked' | 'returned' | 'issued';
  readonly minutes: number;
  readonly services: number;
  /** The account that asked, and whether it is one of the staff's. */
  readonly askedBy: string;
  readonly byStaff: boolean;
  readonly askedAt: number;
  readonly decidedBy?: string;
  readonly decidedAt?: number;
  /** Sealed: whoever writes may name people. */
  readonly answer?: Uint8Array;
  readonly number?: string;
  /** What its services count since one of them was corrected. */
  readonly minutesNow?: number;
  /** When that was last noted. */
  readonly correctedAt?: number;
}
/** One service as it stood when the certificate was issued; of which registration of the person it is. */
export interface Line {
  readonly shift: string;
  readonly volunteer: string;
  readonly name: string;
  readonly place: string;
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}
/** What the paper says, frozen: whatever changes later, it can be printed again as it was. */
export interface Snapshot {
  readonly name: string;
  readonly schoolName: string;
  readonly class: string;
  readonly unitName: string;
  readonly lines: readonly Line[];
}
interface Named {
  readonly district: string;
  readonly volunteer: string;
  readonly id: string;
}

const table = 'Service' as const;
const prefix = 'CERT#';
const pkOf = ({ district, volunteer }: Omit<Named, 'id'>) => `T#${district}#CERTS#${volunteer}`;

export const certificateAt = (named: Named): Target => ({ table, key: { pk: pkOf(named), sk: prefix + named.id } });
export const snapshotAt = (named: Named): Target => ({ table, key: { pk: pkOf(named), sk: `SNAP#${named.id}` } });
/** Claims the one application that may wait at a unit; the row stays when it has its answer. */
const waitingAt = ({ unit, ...named }: Pick<Certificate, 'district' | 'volunteer' | 'unit'>): Target => ({
  table,
  key: { pk: pkOf(named), sk: `WAIT#${unit}` },
});
/** Under another registration whose services the paper tells of as well: whoever holds the certificate. */
const toldAt = (named: Named, registration: string): Target => ({
  table,
  key: { pk: pkOf({ ...named, volunteer: registration }), sk: toldPrefix + named.id },
});
const toldPrefix = 'TOLD#';
/** A claim in the whole deployment: whoever types a number does not know the district. */
export const numberAt = (number: string): Target => ({ table, key: { pk: `CERTIFICATE#${number}`, sk: 'CLAIM' } });

type List = Omit<Query, 'limit' | 'after'>;
export const certificatesOf = (district: string, volunteer: string): List => ({
  table,
  pk: pkOf({ district, volunteer }),
  sk: { prefix },
  descending: true,
});
/** Certificates of others that tell of a registration's services. */
export const certificatesTelling = (district: string, registration: string): List => ({
  table,
  pk: pkOf({ district, volunteer: registration }),
  sk: { prefix: toldPrefix },
});
/** @returns where the certificate is that a row of `certificatesTelling` speaks of */
export const certificateTold = (district: string, { sk, holder }: Item): Target =>
  certificateAt({ district, volunteer: String(holder), id: sk.slice(toldPrefix.length) });
const queuePk = (district: string, unit: string, list: 'open' | 'closed') =>
  `T#${district}#Q#${unit}#certificate-${list}`;
/** What waits for a unit, the first first; or what it has decided, the last first. */
export const certificatesAt = (district: string, unit: string, list: 'open' | 'closed'): List => ({
  table,
  index: 'byQueue',
  pk: queuePk(district, unit, list),
  descending: list === 'closed',
});

export const isCertificate = ({ sk }: Item): boolean => sk.startsWith(prefix);
export const certificateOf = (item: Item): Certificate => ({
  ...(item as unknown as Certificate),
  id: item.sk.slice(prefix.length),
});

export function askingWrite({ id, from, to, ...asked }: Certificate): Write {
  const listed = { byQueuePk: queuePk(asked.district, asked.unit, 'open'), byQueueSk: id };
  const narrowed = { ...(from && { from }), ...(to && { to }) };
  return {
    ...certificateAt({ ...asked, id }),
    put: { v: version, ...asked, ...narrowed, ...listed },
    when: [['pk', 'absent']],
    or: 'lost_race',
  };
}

/** One application at a time waits at a unit, whoever of pupil, guardians and school asks. */
export const waitingWrite = (asked: Certificate): Write => ({
  ...waitingAt(asked),
  update: { set: { v: version, certificate: asked.id } },
  when: [['certificate', 'absent']],
  or: 'certificate_waiting',
});

export type Decided = Pick<Certificate, 'state' | 'answer' | 'number'> & {
  readonly minutes?: number;
  readonly services?: number;
  readonly decidedBy: string;
  readonly decidedAt: number;
};

/** Decides an application, which happens once; another one may be made. */
export function decidingWrites(certificate: Certificate, decided: Decided): Write[] {
  const { district, unit, id } = certificate;
  const listed = {
    byQueuePk: queuePk(district, unit, 'closed'),
    byQueueSk: `${new Date(decided.decidedAt).toISOString()}#${id}`,
  };
  const set = Object.fromEntries(Object.entries(decided).filter(([, value]) => value !== undefined)) as Attributes;
  return [
    {
      ...certificateAt(certificate),
      update: { set: { ...set, ...listed } },
      when: [['state', '=', 'asked']],
      or: 'certificate_decided',
    },
    { ...waitingAt(certificate), update: { remove: ['certificate'] } },
  ];
}

const context = ({ district, volunteer, id }: Named, what: string) => `${district}|${volunteer}|${id}|${what}`;

/** The paper and its number, of which there is one; other registrations that it tells of know whose it is. */
export function issuingWrites({ vault }: Tools, issued: Certificate & { number: string }, snapshot: Snapshot): Write[] {
  const { district, volunteer, id, number } = issued;
  const pii = vault.sealPersonal(context(issued, 'certificate'), snapshot);
  const once = { when: [['pk', 'absent']], or: 'lost_race' } as const;
  const others = new Set(snapshot.lines.map((line) => line.volunteer).filter((one) => one !== volunteer));
  return [
    { ...snapshotAt(issued), put: { v: version, pii }, ...once },
    { ...numberAt(number), put: { v: version, district, volunteer, certificate: id }, ...once },
    ...[...others].map((other) => ({ ...toldAt(issued, other), put: { v: version, holder: volunteer }, ...once })),
  ];
}
export const snapshotOf = ({ vault }: Tools, named: Named, item: Item): Snapshot =>
  vault.openPersonal(context(named, 'certificate'), item.pii as Uint8Array) as Snapshot;

export const sealAnswer = ({ vault }: Tools, named: Named, answer: string): Uint8Array =>
  vault.sealPersonal(context(named, 'certificate-answer'), answer);
export const openAnswer = ({ vault }: Tools, { answer, ...named }: Certificate): string | undefined =>
  answer && String(vault.openPersonal(context(named, 'certificate-answer'), answer));

/** Says what its services count now, unless another look has said so since the certificate was read. */
export const markingWrite = (certificate: Certificate, minutesNow: number, correctedAt: number): Write => ({
  ...certificateAt(certificate),
  update: { set: { minutesNow, correctedAt } },
  when: [
    ['state', '=', 'issued'],
    certificate.minutesNow === undefined ? ['minutesNow', 'absent'] : ['minutesNow', '=', certificate.minutesNow],
  ],
  or: 'lost_race',
});
