/** The only file that knows the items of people, classes and consents, and their keys; imports have their own. */
import type { Role } from '../../shared/roles.ts';
import type { Group, GroupKey } from '../../shared/rules/classes.ts';
import type { ConsentScope } from '../../shared/rules/consent.ts';
import type { Vault } from '../platform/identity/vault.ts';
import type { Attributes, Item, Target, Value, Write } from '../platform/store/port.ts';
import { type Brought, broughtValue } from './brought.ts';

export const version = 1;

export interface SchoolClass extends GroupKey {
  /** A school, or the community of a group of grown volunteers. */
  readonly school: string;
}
/** What is known of a person beyond random ids; sealed in one attribute of the person's item. */
export interface Personal {
  readonly name: string;
  readonly number: string;
  readonly birthDate: string;
  readonly gender?: 'male' | 'female';
  readonly guardian?: string;
  readonly phone?: string;
}
export interface Consent {
  readonly method: 'paper' | 'link' | 'in_person' | 'own';
  readonly textVersion: string;
  readonly signedOn: string;
  /** What it covers; everything when absent. */
  readonly scopes?: readonly ConsentScope[];
  readonly at: number;
  readonly by: string;
  readonly byRole?: Role;
  /** The day it was taken back, if it was; with when and by whom. */
  readonly withdrawnOn?: string;
  readonly withdrawnAt?: number;
  readonly withdrawnBy?: string;
  readonly withdrawnByRole?: Role;
}
/** A person's item. A national student number contains the identity number: only its hash and last four are kept. */
export interface Volunteer {
  readonly id: string;
  readonly ver: number;
  readonly school: string;
  readonly class: string;
  readonly personal: Personal;
  readonly national?: string;
  readonly last4?: string;
  /** The guardian's last word. */
  readonly consent?: Consent;
  /** The pupil's own last word, from the age of consent on. */
  readonly own?: Consent;
  /** Who has left, or was merged into another registration, stays with all that was served, and is on no list. */
  readonly status: 'active' | 'left' | 'merged';
  readonly leftAt?: number;
  /** What ended it: a year change, or the school's word. */
  readonly leftBy?: string;
  /** The registration of the same person that goes on. */
  readonly mergedInto?: string;
  /** Schools that were left for another one, with everything; the first one first. */
  readonly movedFrom?: readonly Place[];
  readonly brought?: readonly Brought[];
  /** Registrations of the same person that ended in this one. */
  readonly mergedFrom?: readonly string[];
}
/** Where somebody was registered until a moment, epoch milliseconds. */
export interface Place {
  readonly school: string;
  readonly class: string;
  readonly until: number;
}
/** A line of a class's directory: enough for lists and search without reading anybody's own item. */
export interface DirectoryLine extends Pick<Personal, 'name' | 'number' | 'birthDate' | 'gender'> {
  readonly vid: string;
  readonly pinyin: string;
  readonly initials: string;
}
export interface Directory {
  readonly class: string;
  readonly ver: number;
  readonly lines: readonly DirectoryLine[];
}

export const classId = (c: SchoolClass) => `${c.school}-${c.stage}-${c.entryYear}-${c.number}`;
const classPattern = /^([0-9A-HJKMNP-TV-Z]{26})-(primary|junior|senior|adult)-(\d{4})-(\d{1,3})$/;
/** @returns undefined for what no class can be called */
export function parseClass(id: string): SchoolClass | undefined {
  const [, school, stage, entryYear, number] = classPattern.exec(id) ?? [];
  if (school === undefined) return undefined;
  return { school, stage: stage as Group, entryYear: Number(entryYear), number: Number(number) };
}

const table = 'Volunteers' as const;
export const volunteerAt = (district: string, vid: string): Target => ({
  table,
  key: { pk: `T#${district}#V#${vid}`, sk: 'V' },
});
const consentPrefix = 'CONSENT#';
/** The consent that the person's version `ver` brought. */
const consentAt = (district: string, vid: string, ver: number): Target => ({
  table,
  key: { pk: `T#${district}#V#${vid}`, sk: `${consentPrefix}${String(ver).padStart(6, '0')}` },
});
/** Every consent ever registered for a person, the latest first. */
export const consentsOf = (district: string, vid: string) => ({
  table,
  pk: `T#${district}#V#${vid}`,
  sk: { prefix: consentPrefix },
  descending: true,
});
export const registeredConsent = (item: Item): Consent => item as unknown as Consent;
export const directoryAt = (district: string, className: string): Target => ({
  table,
  key: { pk: `T#${district}#C#${className}`, sk: 'DIR' },
});
export const schoolClassAt = (district: string, c: SchoolClass): Target => ({
  table,
  key: {
    pk: `T#${district}#SCHOOL#${c.school}`,
    sk: `C#${c.stage}#${c.entryYear}#${String(c.number).padStart(3, '0')}`,
  },
});
export const classesOf = (district: string, school: string) => ({
  table,
  pk: `T#${district}#SCHOOL#${school}`,
  sk: { prefix: 'C#' },
});
const spelled = (number: string) => number.normalize('NFKC').trim().toUpperCase();
/** Claims a student number within its school. */
export function numberAt(district: string, vault: Vault, school: string, number: string): Target {
  const index = vault.blindIndex('student-number', `${district}|${school}|${spelled(number)}`);
  return { table, key: { pk: `T#${district}#UQ#${index}`, sk: 'UQ' } };
}
/** Claims a national student number within the district; `national` is its blind index. */
export const nationalAt = (district: string, national: string): Target => ({
  table,
  key: { pk: `T#${district}#UQN#${national}`, sk: 'UQN' },
});
export const nationalIndex = (district: string, vault: Vault, nationalNumber: string) =>
  vault.blindIndex('national-number', `${district}|${spelled(nationalNumber)}`);

const personContext = (district: string, vid: string) => `${district}|${vid}`;
const classContext = (district: string, className: string) => `${district}|${className}`;

export function volunteerOf(
  district: string,
  vault: Vault,
  vid: string,
  item: Item | undefined,
): Volunteer | undefined {
  if (!item) return undefined;
  const { pk, sk, v, pii, ...row } = item;
  const personal = vault.openPersonal(personContext(district, vid), pii as Uint8Array) as Personal;
  return { ...(row as unknown as Omit<Volunteer, 'id' | 'personal'>), id: vid, personal };
}

export function volunteerRow(
  district: string,
  vault: Vault,
  { id, personal, consent, own, mergedFrom, movedFrom, brought, ...rest }: Volunteer,
): Attributes {
  const pii = vault.sealPersonal(personContext(district, id), personal);
  return present({
    v: version,
    ...rest,
    consent: consent && consentValue(consent),
    own: own && consentValue(own),
    mergedFrom: mergedFrom && [...mergedFrom],
    movedFrom: movedFrom?.map((place) => ({ ...place })),
    brought: brought?.map(broughtValue),
    pii,
  });
}

/** A word counts from now on, and stays in the history when another one follows. */
export function consentWrites(district: string, { id, ver }: Volunteer, consent: Consent): Write[] {
  const word = consentValue(consent);
  const set = { [consent.method === 'own' ? 'own' : 'consent']: word, ver: ver + 1 };
  return [
    { ...volunteerAt(district, id), update: { set }, when: [['ver', '=', ver]], or: 'lost_race' },
    { ...consentAt(district, id, ver + 1), put: { v: version, ...word } },
  ];
}

const consentValue = ({ scopes, ...consent }: Consent) => present({ ...consent, scopes: scopes && [...scopes] });

export function directoryOf(district: string, vault: Vault, className: string, item: Item | undefined): Directory {
  if (!item) return { class: className, ver: 0, lines: [] };
  const lines = vault.openPersonal(classContext(district, className), item.directory as Uint8Array) as DirectoryLine[];
  return { class: className, ver: Number(item.ver), lines };
}

export function directoryRow(district: string, vault: Vault, directory: Directory): Attributes {
  const sealed = vault.sealPersonal(classContext(district, directory.class), directory.lines);
  return { v: version, ver: directory.ver, directory: sealed, size: directory.lines.length };
}

/** The attributes that have a value. */
export function present(row: Readonly<Record<string, Value | undefined>>): Attributes {
  return Object.fromEntries(Object.entries(row).filter((entry): entry is [string, Value] => entry[1] !== undefined));
}
