/** What a leader fills in to record a shift, and its defaults. */
import type { ItemOf } from '../../api/read.ts';

export type Shift = ItemOf<'GET /api/shifts'>;

export const wordKeys = ['name', 'place', 'content', 'category', 'risk', 'contact'] as const;
export type ShiftWords = Readonly<Record<(typeof wordKeys)[number], string>>;
export const categories = ['environment', 'promotion', 'order', 'care', 'other'] as const;
export const charactersMax = { name: 60, place: 100, content: 300, risk: 200, contact: 60 } as const;

/** Clock times `16:30` in Shanghai. */
export interface Span {
  readonly from: string;
  readonly to: string;
}
/** The form as it is kept on the phone: ids and times, and only those words that the model does not have. */
export interface Draft extends Span {
  /** The team's shift whose words are taken over. */
  readonly model?: string;
  readonly words: Partial<ShiftWords>;
  readonly day: string;
  /** Why it is entered late; asked for when the day is some days back. */
  readonly makeUpReason?: string;
  readonly riskLevel?: number;
  readonly insurance?: string;
  readonly peopleServed?: number;
  readonly preparationMinutes?: number;
  readonly accompanied?: boolean;
  readonly absent: readonly string[];
  /** Of those who came late or left early. */
  readonly spans: Readonly<Record<string, Span>>;
}

const noWords: ShiftWords = { name: '', place: '', content: '', category: 'other', risk: '', contact: '' };

/** The latest shift of each name: what a team does again and again. */
export const modelsOf = (shifts: readonly Shift[]): Shift[] =>
  shifts.filter(({ name }, index) => shifts.findIndex((one) => one.name === name) === index);

export const wordsOf = (model: Shift | undefined, { words }: Pick<Draft, 'words'>): ShiftWords => {
  const taken = Object.fromEntries(wordKeys.map((key) => [key, words[key] ?? model?.[key] ?? noWords[key]]));
  return taken as unknown as ShiftWords;
};

/** The model's words, hours and preparation, on the latest day on which these hours are over. */
export function newDraft(model: Shift | undefined, now: number): Draft {
  const taken = { from: '16:00', to: '17:00', ...asModel(model) };
  const today = dayOf(now);
  const day = Date.parse(instantOf(today, taken.to)) <= now ? today : dayOf(now - 86_400_000);
  return { ...taken, day, absent: [], spans: {} };
}

/** What changes in the form with another model: its words, hours and preparation; the day and who came stay. */
export const asModel = (model: Shift | undefined) => ({
  model: model?.id,
  words: {},
  ...(model && { from: clockOf(model.from), to: clockOf(model.to), preparationMinutes: model.preparationMinutes }),
});

/** A span within the shift's, or nothing when it is the whole of it. */
export function spanWithin({ from, to }: Span, own: Span): Span | undefined {
  const cut = { from: own.from > from ? own.from : from, to: own.to < to ? own.to : to };
  const isWhole = cut.from === from && cut.to === to;
  return isWhole || cut.from >= cut.to ? undefined : cut;
}

const shanghai = (at: number) => new Date(at + 8 * 3_600_000).toISOString();
/** Days after which a reason is asked for; the server knows the working days and decides. */
const lateMs = 3 * 86_400_000;
export const mayBeLate = (day: string, now: number) => day !== '' && day <= dayOf(now - lateMs);
export const dayOf = (at: number) => shanghai(at).slice(0, 10);
export const clockOf = (instant: string) => shanghai(Date.parse(instant)).slice(11, 16);
export const instantOf = (day: string, clock: string) => `${day}T${clock}:00+08:00`;
