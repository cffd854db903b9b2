/** The paper of a certificate: a PDF of what was frozen when it was issued, whenever it is wanted again. */
import * as z from 'zod';
import { defineRoutes } from './route.ts';
import { id, instant } from './shapes.ts';

const pdf = 'application/pdf';
const wanting = ['volunteer', 'guardian', 'leader', 'approver', 'unit_admin', 'district_admin'] as const;
const file = () =>
  z.object({
    id: id(),
    state: z.enum(['waiting', 'ready', 'failed']),
    keptUntil: instant().describe('文件到这时删除；之后可以再要一份，内容不变'),
    link: z.string().optional().describe('下载地址，几分钟内有效；只在 ready 时有'),
  });

export const certificateFiles = defineRoutes({
  'POST /api/volunteers/{volunteer}/certificates/{certificate}/files': {
    summary: '把一份已出具的证明写成 PDF，写好后下载；内容是出具时的，更正过的会标明',
    allow: wanting,
    write: 'guarded',
    status: 201,
    params: () => z.object({ volunteer: id(), certificate: id() }),
    body: () => z.object({}),
    answer: file,
    problems: ['not_found', 'certificate_not_issued'],
  },
  'GET /api/certificate-files/{file}': {
    summary: '我要的一份证明写好了没有，写好了在哪里下载',
    allow: wanting,
    params: () => z.object({ file: id() }),
    answer: file,
    problems: ['not_found'],
  },
  'GET /api/certificate-files/{file}/content': {
    summary: '下载一份证明：地址由上一项给出，几分钟后失效',
    allow: wanting,
    params: () => z.object({ file: id() }),
    query: () => z.object({ until: z.coerce.number().int(), signature: z.string().max(100) }),
    answer: () => z.file().mime([pdf]),
    file: { types: [pdf] },
    problems: ['not_found', 'export_link_expired'],
  },
});
