/** What a district's staff read about a number they may change. All such numbers are whole. */
export interface SettingRule {
  readonly title: string;
  readonly meaning: string;
  readonly unit: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** The law's article, or the reasoning where no rule sets the number. */
  readonly source: string;
}
