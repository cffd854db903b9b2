/** What a sentence names, as people read it; empty where the message says nothing of it. */
export interface Told {
  readonly day: string;
  readonly until: string;
  /** Hours and minutes. */
  readonly time: string;
  readonly hours: string;
  readonly hoursBefore: string;
  readonly points: string;
  readonly pointsBefore: string;
  readonly days: string;
  readonly shifts: string;
  readonly certificates: string;
  readonly level: string;
  /** An age. */
  readonly years: string;
  /** The name of a reason that a sentence spells out. */
  readonly reason: string;
}
