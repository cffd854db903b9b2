import { consents } from '../../../shared/contracts/consents.ts';
import { bind } from '../../platform/http/story.ts';
import { giveMyConsent, showMyConsent, withdrawMyConsent } from './mine.ts';
import { listTexts, publishText } from './texts.ts';
import { withdrawConsent } from './withdraw.ts';

export const consentsCapability = bind(consents, {
  'GET /api/consent-texts': listTexts,
  'POST /api/consent-texts': publishText,
  'GET /api/me/consent': showMyConsent,
  'POST /api/me/consent': giveMyConsent,
  'POST /api/me/consent/withdrawal': withdrawMyConsent,
  'POST /api/volunteers/{volunteer}/consent/withdrawal': withdrawConsent,
});
