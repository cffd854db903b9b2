/** Which unit a page of the school's desk is about: the one in the address, otherwise that of the visitor's post. */
import type { ItemOf } from './api/read.ts';
import type { Where } from './page.ts';

export type Unit = ItemOf<'GET /api/units'>;

export const unitOf = ({ query, session }: Where): string => query.unit || session?.post.unit || '';

/** @returns undefined while a wider post has not chosen a school */
export const schoolOf = ({ query, session }: Where): string | undefined =>
  query.unit || (session?.post.role === 'unit_admin' ? session.post.unit : undefined);

/** Where volunteers are registered: schools, and communities that have a code. */
export const rosteredAmong = (units: readonly Unit[]): readonly Unit[] =>
  units.filter(({ kind, code }) => kind === 'school' || (kind === 'community' && code !== undefined));

export const schoolsAmong = (units: readonly Unit[]): readonly Unit[] => units.filter(({ kind }) => kind === 'school');
