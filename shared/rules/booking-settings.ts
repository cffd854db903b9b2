/** What a district decides about services that are booked: a check-up, a haircut, a course. */
import type { SettingRule } from './setting-rule.ts';

export const bookingSettings = {
  booking_cancel_hours: {
    title: '取消预约的期限',
    meaning: '服务优惠最晚在时段开始前这么多小时取消，积分和名额退回；0 为开始前都可以',
    unit: '小时',
    default: 24,
    min: 0,
    max: 168,
    source: '与报名服务的免责取消期限相同：提前一天，空出的名额还来得及给别人',
  },
} as const satisfies Record<string, SettingRule>;

export type BookingSettingKey = keyof typeof bookingSettings;
