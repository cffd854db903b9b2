import { certificateFiles } from '../../shared/contracts/certificate-files.ts';
import { exportsOfLists } from '../../shared/contracts/exports.ts';
import { bind } from '../platform/http/story.ts';
import { downloadPaper, getPaper, wantPaper } from './certificate-files.ts';
import { downloadExport } from './download.ts';
import { getExport, listExports } from './show.ts';
import { startExport } from './start.ts';

export const exportsCapability = bind(exportsOfLists, {
  'POST /api/exports': startExport,
  'GET /api/exports': listExports,
  'GET /api/exports/{export}': getExport,
  'GET /api/exports/{export}/file': downloadExport,
});

export const certificateFilesCapability = bind(certificateFiles, {
  'POST /api/volunteers/{volunteer}/certificates/{certificate}/files': wantPaper,
  'GET /api/certificate-files/{file}': getPaper,
  'GET /api/certificate-files/{file}/content': downloadPaper,
});
