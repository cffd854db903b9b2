import type { ItemOf } from '../../api/read.ts';

export type Gift = ItemOf<'GET /api/me/gifts'>;
