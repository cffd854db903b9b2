import type { ItemOf } from '../../api/read.ts';

export type OpenGift = ItemOf<'GET /api/gifts'>;
