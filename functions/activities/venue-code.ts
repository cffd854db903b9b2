/**
 * The code at the venue: it changes every fifteen seconds, is signed for one shift, one phase and one step of the
 * clock, and is good while it is shown and one step longer. Six digits of another signature serve those without a
 * camera. A code scanned without network is judged later by the step it was made for; the device's time is a claim that
 * has to agree with it.
 */
import { minuteMs } from '../../shared/rules/durations.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';

export type Phase = 'in' | 'out';
export interface CodeOf {
  readonly district: string;
  readonly shift: string;
  readonly phase: Phase;
  readonly step: number;
}
/** What a code that was accepted says: for which shift and phase, and when it was on the screen. */
export interface Judged extends Pick<CodeOf, 'shift' | 'phase'> {
  readonly at: number;
  /** It came without network, some time after it was scanned. */
  readonly late: boolean;
}

export const stepMs = 15_000;
/** Steps a screen fetches at once, to survive ten minutes without network. */
export const stepsAhead = 40;
/** A phone's clock may be wrong by this much before what it claims no longer agrees with the code. */
const skewMs = 5 * minuteMs;

export const stepAt = (now: number) => Math.floor(now / stepMs);
const signed = ({ district, shift, phase, step }: CodeOf) => `${district}|${shift}|${phase}|${step}`;

export const venueCode = ({ vault }: Tools, of: CodeOf): string =>
  `v1.${of.shift}.${of.phase}.${of.step}.${vault.sign('venue-code', signed(of))}`;

const digitsModulus = 1_000_000;
export function venueDigits({ vault }: Tools, of: CodeOf): string {
  const bytes = Buffer.from(vault.sign('venue-digits', signed(of)), 'base64url');
  return String(bytes.readUIntBE(0, 6) % digitsModulus).padStart(6, '0');
}

const pattern = /^v1\.([0-9A-HJKMNP-TV-Z]{26})\.(in|out)\.([1-9]\d{0,11})\.([\w-]{22})$/;

interface Scanned {
  readonly code: string;
  /** Epoch milliseconds on the device, for a code that is handed in later. */
  readonly scannedAt?: number;
}
interface Judging {
  readonly district: string;
  readonly now: number;
}

/**
 * Until when a code of the past may come in is the shift's rule, and its story's to look at.
 * @throws code_wrong for what was never shown, code_outdated for what is not shown now where the device disagrees
 */
export function judgeCode(tools: Tools, { code, scannedAt }: Scanned, { district, now }: Judging): Judged {
  const [, shift = '', phase = '', stepText = '', signature = ''] = pattern.exec(code) ?? [];
  const of: CodeOf = { district, shift, phase: phase as Phase, step: Number(stepText) };
  if (!tools.vault.verify('venue-code', signed(of), signature)) throw new Problem('code_wrong');
  const late = !isShown(of.step, now);
  const at = of.step * stepMs;
  if (late && !isCredible({ at, scannedAt, now })) throw new Problem('code_outdated');
  return { shift, phase: of.phase, at: late ? at : now, late };
}

const isShown = (step: number, now: number) => step === stepAt(now) || step === stepAt(now) - 1;

/** The code is of a past moment, and the phone says that it was scanned about then. */
function isCredible({ at, scannedAt, now }: { at: number; scannedAt?: number; now: number }) {
  if (scannedAt === undefined || at > now) return false;
  return scannedAt >= at - skewMs && scannedAt < at + 2 * stepMs + skewMs;
}

/** @throws code_outdated unless the digits are those of the present or the previous step */
export function judgeDigits(tools: Tools, of: Omit<CodeOf, 'step'>, digits: string, now: number): Judged {
  const step = stepAt(now);
  const isShownNow = [step, step - 1].some((one) => venueDigits(tools, { ...of, step: one }) === digits);
  if (!isShownNow) throw new Problem('code_wrong');
  return { shift: of.shift, phase: of.phase, at: now, late: false };
}
