import type { ItemOf } from '../../api/read.ts';
import type { ActivityWords } from '../../words/activities.ts';

export type Known = ItemOf<'GET /api/activities'>;
export interface WhatGiven {
  readonly words: ActivityWords;
  readonly known: Known | undefined;
}
