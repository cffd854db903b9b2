/** What is sent to the routes of sign-in, posts, the district and its people. */

import { registering } from './affairs.ts';
import type { Asks } from './asks-of-routes.ts';
import { password, pin } from './ground.ts';
import type { Asker } from './place.ts';

const until = '2026-03-20';
const reason = '登记时填错了';

export const asksOfStaff: Asks = {
  'POST /api/sessions': ({ schoolCode, number }) => ({ body: { school: schoolCode, number, pin } }),
  'POST /api/session/post': ({ colleaguePost }) => ({ body: { post: colleaguePost } }),
  'PUT /api/session/look': () => ({ body: { size: 'large' } }),
  'POST /api/activations': ({ pupilCode }) => ({ body: { code: pupilCode, pin } }),
  'POST /api/session/secret': (_, role) => ({
    body: usesPin(role) ? { old: pin, new: '738261' } : { old: password, new: 'Willows along the old canal 6' },
  }),
  'POST /api/staff': ({ school }) => ({
    body: { login: 'somebody-new', name: '陈老师', role: 'approver', scope: school },
  }),
  'GET /api/staff': ({ school }) => ({ query: { unit: school } }),
  'POST /api/session/proof': () => ({ body: { password } }),
  'POST /api/session/totp/confirmation': () => ({ body: { totp: '123456' } }),
  'POST /api/session/posts': ({ staffCode }) => ({ body: { code: staffCode, password } }),
  'POST /api/staff/stand-ins': ({ school, colleagueLogin }) => ({
    body: { login: colleagueLogin, until, unit: school },
  }),
  'POST /api/teams/{team}/substitutes': ({ substituteLogin }) => ({ body: { login: substituteLogin, until } }),
  'POST /api/guardians': ({ guardianCode }) => ({ body: { code: guardianCode, login: 'parent-new', pin } }),
  'POST /api/session/children': ({ guardianCode }) => ({ body: { code: guardianCode } }),
  'POST /api/units': ({ street }) => ({ body: { kind: 'community', name: '河东社区', parent: street } }),
  'PUT /api/units/{unit}': () => ({ body: { name: '新名字' } }),
  'PUT /api/schools/{school}/pupils': () => ({ body: { pupilsExpected: 1200 } }),
  'POST /api/rules': () => ({ body: { key: 'publicity_working_days', value: 5, from: '2026-09-01' } }),
  'POST /api/schools/{school}/rules': () => ({ body: { key: 'publicity_working_days', value: 9, from: '2026-09-01' } }),
  'POST /api/calendar': () => ({ body: { day: '2026-04-20', kind: 'holiday' } }),
  'POST /api/desks': ({ school }) => ({ body: { unit: school, name: '小店', place: '一层', hours: '中午' } }),
  'POST /api/files': () => ({ body: { name: '名册.csv', parts: 1 } }),
  'PUT /api/files/{file}/parts/{part}': () => ({ body: { content: 'AAAA' } }),
  'POST /api/imports': ({ file, school }) => ({ body: { file, unit: school } }),
  'GET /api/imports/{import}/rows': () => ({ query: { outcome: 'new' } }),
  'GET /api/imports/{import}/missing': ({ school }) => ({ query: { school } }),
  'GET /api/classes': ({ school }) => ({ query: { school } }),
  'GET /api/volunteers': ({ school }) => ({ query: { unit: school } }),
  'POST /api/classes/{class}/consents': ({ pupil }) => ({
    body: { volunteers: [pupil], textVersion: '2026-1', signedOn: '2026-03-01' },
  }),
  'POST /api/classes/{class}/activation-codes': ({ third }) => ({ body: { volunteers: [third] } }),
  'POST /api/consent-texts': () => ({
    body: {
      version: '2026-9',
      text: '这是新的同意书文本，请仔细阅读，同意后再签字。一共有四项内容。',
      scopes: ['roster', 'hours', 'publicity', 'rewards'],
      from: '2026-09-01',
    },
  }),
  'POST /api/me/consent': () => ({
    body: { textVersion: '2026-1', scopes: ['roster', 'hours', 'publicity', 'rewards'] },
  }),
  'POST /api/volunteers/{volunteer}/consent/withdrawal': () => ({ body: { on: '2026-03-01' } }),
  'POST /api/me/correction-requests': () => ({ body: { about: 'name', text: '错了一个字' } }),
  'GET /api/correction-requests': ({ school }) => ({ query: { unit: school } }),
  'POST /api/correction-requests/{request}/answer': () => ({ body: { decision: 'refused', answer: reason } }),
  'POST /api/teams': ({ school }) => ({ body: { unit: school, name: '春雨队' } }),
  'POST /api/teams/{team}/members': ({ spare }) => ({ body: { volunteers: [spare] } }),
  'POST /api/teams/{team}/departures': ({ twin }) => ({ body: { volunteers: [twin] } }),
  'POST /api/teams/{team}/leaders': () => ({ body: { login: 'leader-new', name: '刘老师' } }),
  'POST /api/teams/{team}/card-requests': ({ pupil }) => ({ body: { volunteers: [pupil] } }),
  'GET /api/card-requests': ({ school }) => ({ query: { unit: school } }),
  'GET /api/figures': ({ school }) => ({ query: { unit: school } }),
  'GET /api/figures/period': ({ school, team }) => ({ query: { unit: school, team, period: '2026-03' } }),
  'GET /api/figures/start': ({ school }) => ({ query: { unit: school } }),
  'GET /api/public/figures/{school}': () => ({ query: { year: '2025' } }),
  'POST /api/exports': ({ school }) => ({ body: { list: 'pupils', unit: school } }),
  'GET /api/exports/{export}/file': () => ({ query: { until: 1, signature: 'made-up' } }),
  'POST /api/me/notices/read': ({ notice }) => ({ body: { notices: [notice] } }),
  'PUT /api/me/notice-switches': () => ({ body: { kind: 'record_final', on: false } }),
  'POST /api/corrections': ({ published, twin }) => ({
    body: { shift: published, volunteer: twin, minutes: 5, reason },
  }),
  'POST /api/adjustments': ({ pupil }) => ({ body: { volunteer: pupil, points: 5, reason } }),
  'POST /api/waivers': ({ pupil }) => ({ body: { volunteer: pupil, reason } }),
  'GET /api/changes': ({ school }) => ({ query: { unit: school } }),
  'POST /api/changes/{change}/decision': () => ({ body: { approved: false, answer: reason } }),
  'GET /api/pool': ({ school }) => ({ query: { unit: school } }),
  'POST /api/findings': ({ published, twin }) => ({
    body: { shift: published, volunteer: twin, about: 'volunteer', reason },
  }),
  'POST /api/findings/{change}/lifting': () => ({ body: { reason } }),
  'GET /api/merges/preview': ({ third, spare }) => ({ query: { kept: third, merged: spare } }),
  'POST /api/merges': ({ third, spare }) => ({ body: { kept: third, merged: spare, reason } }),
  'POST /api/merges/{change}/undo': () => ({ body: { reason } }),
  'POST /api/moves': ({ spare, outerCode }) => ({ body: { volunteer: spare, schoolCode: outerCode, reason } }),
  'GET /api/moves': ({ school }) => ({ query: { unit: school } }),
  'POST /api/moves/{volunteer}/acceptance': () => ({ body: { grade: 9, classNumber: 1, number: '20268888' } }),
  'POST /api/moves/{volunteer}/calling-off': () => ({ body: { answer: reason } }),
  'POST /api/schools/{code}/registrations': () => ({ body: { ...registering, number: '20269002' } }),
  'POST /api/registrations/status': ({ ticket }) => ({ body: { ticket } }),
  'GET /api/registrations': ({ school }) => ({ query: { unit: school } }),
  'POST /api/communities/{unit}/volunteers': () => ({
    body: { name: '王大明', number: 'Z001', birthDate: '1990-05-01' },
  }),
  'POST /api/registrations/{registration}/decision': () => ({ body: { decision: 'refuse', answer: reason } }),
  'POST /api/schools/{school}/year-change': () => ({ body: { year: 2025, leavingVolunteers: 0 } }),
  'POST /api/schools/{school}/year-change/undo': () => ({ body: { year: 2025 } }),
  'POST /api/schools/{school}/leavers': ({ spare }) => ({ body: { volunteers: [spare] } }),
  'POST /api/schools/{school}/leavers/return': ({ spare }) => ({ body: { volunteers: [spare] } }),
};
const usesPin = (role: Asker) => role === 'volunteer' || role === 'guardian' || role === 'resident';
