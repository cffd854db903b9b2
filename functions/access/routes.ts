import { access } from '../../shared/contracts/access.ts';
import { guardianAccess } from '../../shared/contracts/guardian-access.ts';
import { secondStep } from '../../shared/contracts/second-step.ts';
import { bind } from '../platform/http/story.ts';
import { activate } from './activate.ts';
import { activateGuardian } from './activate-guardian.ts';
import { addChild } from './add-child.ts';
import { changeSecret } from './change-secret.ts';
import { chooseLook } from './choose-look.ts';
import { forgetDevice, listDevices } from './devices.ts';
import { endPost } from './end-post.ts';
import { confirmTotp, startTotp } from './enrol-totp.ts';
import { postStaff } from './invite-staff.ts';
import { listStaff } from './list-staff.ts';
import { prove } from './prove.ts';
import { renewCode } from './renew-code.ts';
import { resetTotp } from './reset-totp.ts';
import { showMySession } from './show-session.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { takePost } from './take-post.ts';

export const accessCapability = bind(access, {
  'POST /api/sessions': signIn,
  'DELETE /api/session': signOut,
  'GET /api/session': showMySession,
  'POST /api/session/post': takePost,
  'PUT /api/session/look': chooseLook,
  'POST /api/activations': activate,
  'POST /api/session/secret': changeSecret,
  'POST /api/staff': postStaff,
  'GET /api/staff': listStaff,
  'POST /api/staff/{account}/codes': renewCode,
  'DELETE /api/staff/{account}/posts/{post}': endPost,
});

export const guardianAccessCapability = bind(guardianAccess, {
  'POST /api/guardians': activateGuardian,
  'POST /api/session/children': addChild,
});

export const secondStepCapability = bind(secondStep, {
  'POST /api/session/proof': prove,
  'POST /api/session/totp': startTotp,
  'POST /api/session/totp/confirmation': confirmTotp,
  'DELETE /api/staff/{account}/totp': resetTotp,
  'GET /api/session/devices': listDevices,
  'DELETE /api/session/devices/{device}': forgetDevice,
});
