/** What can be wrong with a row of a roster, and what the school should do about it. */
import { cellCharactersMax } from './cells.ts';
import type { Columns, Field } from './headers.ts';

const sentences = {
  name_missing: '没有姓名，请填写',
  number_missing: '没有学号，请填写',
  number_national: '这里是全国学籍号，请另设“学号”一列，填写学校的学号',
  number_rounded: '号码已被表格软件改动，请把这一列设为文本格式后重新填写',
  birth_date_invalid: '出生日期没有填写或不存在，请写成 2014-09-12 这样',
  class_unreadable: '读不懂班级，请写成“三(2)班”，或分“年级”“班级”两列填写',
  gender_unknown: '性别请填写“男”或“女”',
  duplicate_in_file: '名册中前面已有这个号码，请删去重复的行',
  cell_too_long: `内容超过 ${cellCharactersMax} 个字，请缩短`,
  formula: '这里是公式或公式出错，请改成计算出来的值',
};
export type FaultSentence = keyof typeof sentences;
export type FaultCode = Exclude<FaultSentence, 'number_national'>;

export interface Fault {
  /** The header as the school wrote it; what it should be called where there is none. */
  readonly column: string;
  readonly code: FaultCode;
  /** Chinese, says what to do, quotes nothing. */
  readonly message: string;
}

const columnNames: Readonly<Record<Field, string>> = {
  name: '姓名',
  number: '学号',
  nationalNumber: '学籍号',
  class: '班级',
  grade: '年级',
  gender: '性别',
  birthDate: '出生日期',
  guardian: '监护人',
  phone: '监护人电话',
  school: '学校',
  online: '注册方式',
};

export function faultIn(columns: Columns, field: Field, sentence: FaultSentence): Fault {
  return {
    column: columns[field]?.header ?? columnNames[field],
    code: sentence === 'number_national' ? 'number_missing' : sentence,
    message: sentences[sentence],
  };
}
