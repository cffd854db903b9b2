import { notices } from '../../shared/contracts/notices.ts';
import { bind } from '../platform/http/story.ts';
import { listNotices, markRead, showUnread } from './inbox.ts';
import { setSwitch, showSwitches } from './switches.ts';

export const noticesCapability = bind(notices, {
  'GET /api/me/notices': listNotices,
  'GET /api/me/notices/unread': showUnread,
  'POST /api/me/notices/read': markRead,
  'GET /api/me/notice-switches': showSwitches,
  'PUT /api/me/notice-switches': setSwitch,
});
