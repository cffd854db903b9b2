import { volunteers } from '../../shared/contracts/volunteers.ts';
import { bind } from '../platform/http/story.ts';
import { beginImport } from './import/begin.ts';
import { beginUpload } from './import/begin-upload.ts';
import { commitImport } from './import/commit.ts';
import { listImportRows } from './import/list-rows.ts';
import { putPart } from './import/put-part.ts';
import { getImport } from './import/show.ts';
import { issueCodes } from './issue-codes.ts';
import { listClass } from './list-class.ts';
import { listClasses } from './list-classes.ts';
import { listVolunteers } from './list-volunteers.ts';
import { registerConsents } from './register-consents.ts';

export const volunteersCapability = bind(volunteers, {
  'POST /api/files': beginUpload,
  'PUT /api/files/{file}/parts/{part}': putPart,
  'POST /api/imports': beginImport,
  'GET /api/imports/{import}': getImport,
  'GET /api/imports/{import}/rows': listImportRows,
  'POST /api/imports/{import}/commit': commitImport,
  'GET /api/classes': listClasses,
  'GET /api/classes/{class}/volunteers': listClass,
  'GET /api/volunteers': listVolunteers,
  'POST /api/classes/{class}/consents': registerConsents,
  'POST /api/classes/{class}/activation-codes': issueCodes,
});
