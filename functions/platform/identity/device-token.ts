import { hash } from 'node:crypto';

const shape = /^[\w-]{43}$/;
const randomPartBytes = 32;

/** What a device carries once somebody asked to be remembered on it: 256 random bits, of which the hash is stored. */
export const makeDeviceToken = (randomBytes: (count: number) => Uint8Array): string =>
  Buffer.from(randomBytes(randomPartBytes)).toString('base64url');

/** @returns the name of the device's row, or undefined for anything that is not shaped like a token */
export const deviceHash = (token: string | undefined): string | undefined =>
  token !== undefined && shape.test(token) ? hash('sha256', token, 'base64url') : undefined;

export type DeviceKind = 'iphone' | 'ipad' | 'android' | 'harmony' | 'windows' | 'mac' | 'other';

const marks: readonly (readonly [RegExp, DeviceKind])[] = [
  [/iPhone/, 'iphone'],
  [/iPad/, 'ipad'],
  [/HarmonyOS|OpenHarmony/, 'harmony'],
  [/Android/, 'android'],
  [/Windows/, 'windows'],
  [/Macintosh/, 'mac'],
];

/** All that is kept of a browser's own description, so that its owner knows the device again. */
export const deviceKindOf = (agent = ''): DeviceKind => marks.find(([mark]) => mark.test(agent))?.[1] ?? 'other';
