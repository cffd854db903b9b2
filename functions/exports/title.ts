import type { ExportList } from '../../shared/contracts/exports.ts';
import { workbookType } from '../platform/files/workbook.ts';
import type { Export } from './rows.ts';

const names: Readonly<Record<ExportList, string>> = {
  pupils: '学生名册',
  records: '服务记录',
  redemptions: '兑换单',
  figures: '每月数字',
};

/** What a table is called: on its sheet, and as a file with whose it is. */
export const sheetName = ({ list }: Pick<Export, 'list'>): string => names[list];

/** Characters that some system takes for a part of a path are left out. */
export function titleOf({ list, unitName, from, to }: Export): string {
  const period = from && to ? [from, to] : [];
  return [unitName.replaceAll(/[\\/:*?"<>|]/g, ''), names[list], ...period].join(' ');
}

export const typeOf = ({ as }: Pick<Export, 'as'>) => (as === 'xlsx' ? workbookType : 'text/csv');
