/** A place that is nowhere: every name of a place changed into one that nothing has. */
import type { Place } from './place.ts';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The last letters of an id are drawn at random: with each one moved on, nothing is called so. */
const moveOn = (id: string) =>
  id.slice(0, 16) + [...id.slice(16)].map((letter) => digits[(digits.indexOf(letter) + 7) % 32]).join('');
const ulid = /[0-9A-HJKMNP-TV-Z]{26}/g;

const codes: Partial<Place> = {
  schoolCode: '799999',
  outerCode: '799998',
  pickUpCode: '00000000',
  bookingCode: '00000001',
  staffCode: 'ZZZZ-ZZZZ',
  pupilCode: 'ZZZZ-ZZZY',
  guardianCode: 'ZZZZ-ZZZX',
  ticket: 'ZZZZ-ZZZW',
  colleagueLogin: 'nobody-1',
  substituteLogin: 'nobody-2',
  number: '000000000',
  certificateNumber: '20260302-ZZZZ-ZZZZ',
  link: '2026-04-01.AAAAAAAAAAAAAAAAAAAAAA',
  ref: 'AAAAAAAAAAAAAAAAAAAAAA',
  device: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
};

export function absentPlace(place: Place): Place {
  const moved = JSON.parse(JSON.stringify(place).replaceAll(ulid, moveOn)) as Place;
  return { ...moved, ...codes, track: { ...moved.track, code: '0000' } };
}

/** What is said, without the names of things: what is said of a foreign thing and of none has to be the same. */
export const nameless = (body: unknown): string => JSON.stringify(body)?.replaceAll(ulid, '#') ?? '';
