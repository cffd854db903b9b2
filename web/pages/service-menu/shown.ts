import type { ItemOf } from '../../api/read.ts';

export type Kind = ItemOf<'GET /api/service-menu'>;
