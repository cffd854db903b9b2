import { registrations } from '../../../shared/contracts/registrations.ts';
import { bind } from '../../platform/http/story.ts';
import { registerMyself, showStatus } from './ask.ts';
import { decideRegistration, listRegistrations } from './decide.ts';
import { registerAdult } from './register-adult.ts';

export const registrationsCapability = bind(registrations, {
  'POST /api/schools/{code}/registrations': registerMyself,
  'POST /api/registrations/status': showStatus,
  'GET /api/registrations': listRegistrations,
  'POST /api/registrations/{registration}/decision': decideRegistration,
  'POST /api/communities/{unit}/volunteers': registerAdult,
});
