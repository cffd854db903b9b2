import * as z from 'zod';
import { defineRoutes } from './route.ts';
import { day, id } from './shapes.ts';

export const feedbackTags = [
  'on_time',
  'friendly',
  'careful',
  'clean',
  'helpful',
  'noisy',
  'late',
  'careless',
] as const;
const token = () => z.string().max(120);
const said = () => ({
  score: z.number().int().min(1).max(5),
  tags: z
    .array(z.enum(feedbackTags))
    .max(feedbackTags.length)
    .describe('准时、和气、认真、干净、有帮助；太吵、来晚、马虎。没有留言'),
});

export const feedback = defineRoutes({
  'GET /api/activity-shifts/{shift}/feedback': {
    summary: '群众评价：现场的链接，和已经收到的',
    allow: ['leader', 'unit_admin', 'approver', 'district_admin'],
    params: () => z.object({ shift: id() }),
    answer: () =>
      z.object({
        token: z.string().describe('放在链接里，到期作废'),
        until: day(),
        count: z.number().int(),
        scores: z.array(z.number().int()).describe('1 到 5 分各有几个'),
        tags: z.partialRecord(z.enum(feedbackTags), z.number().int()),
      }),
    problems: ['not_found'],
  },
  'GET /api/feedback/{token}': {
    summary: '评价的是哪一场服务',
    allow: 'anyone',
    params: () => z.object({ token: token() }),
    answer: () => z.object({ name: z.string(), place: z.string(), day: day(), until: day() }),
    problems: ['feedback_link_invalid'],
  },
  'POST /api/feedback/{token}': {
    summary: '群众评价一场服务：打分和选词，没有留言',
    allow: 'anyone',
    write: 'keyless',
    params: () => z.object({ token: token() }),
    body: () => z.object({ ...said(), device: z.uuid().describe('这部手机自己取的编号：一部手机一次') }),
    answer: () => z.object({ score: z.number().int() }),
    problems: ['feedback_link_invalid', 'feedback_paused'],
  },
});
