import type { AnswerOf } from '../../api/read.ts';
import type { Look } from '../../look.ts';
import type { ShopWords } from '../../words/shop.ts';

export interface ShopGiven {
  readonly words: ShopWords;
  readonly look: Look;
  readonly balance: AnswerOf<'GET /api/me/balance'>;
  readonly desks: AnswerOf<'GET /api/desks'>;
  /** Asks again what is there and what it costs. */
  refresh(): Promise<void>;
}
