/** The text that guardians agree to where a district has written none of its own. */
import type { Day } from './calendar.ts';
import { type ConsentScope, consentScopes } from './consent.ts';

export interface ConsentText {
  readonly version: string;
  /** Paragraphs in plain Chinese. */
  readonly text: string;
  readonly scopes: readonly ConsentScope[];
  /** The first day it is asked for. */
  readonly from: Day;
}

export const standardConsentText: ConsentText = {
  version: '2026-1',
  from: '2026-01-01',
  scopes: consentScopes,
  text: [
    '学校组织学生参加志愿服务，用“时间银行”记录服务时间。参加是自愿的，不参加、以后退出，都不影响孩子在校学习。',
    '我们使用的信息：姓名、学号、班级、性别、出生日期，参加服务的时间和地点，积分和兑换记录。不收身份证号，不跟踪位置。',
    '谁能看到：孩子本人、您、带队老师和学校审核人；公示时姓名会遮住，不满 14 岁的只公布班级人数。信息不卖给、不交给商家。',
    '保存多久：服务记录按规定长期保存，可以开具证明；孩子离校三年后，其他个人信息不再与姓名相连。',
    '您可以随时查看、下载、要求更正，也可以随时撤回同意。撤回后孩子不再出现在名单里，不再记录新的服务；法规要求保留的记录封存。',
  ].join('\n'),
};

/** The text in force on a day: of those that have come the latest. */
export function textOn(texts: readonly ConsentText[], day: Day): ConsentText {
  const come = texts.filter(({ from }) => from <= day);
  return come.reduce((latest, text) => (text.from >= latest.from ? text : latest), standardConsentText);
}
