import { access } from '../../shared/contracts/access.ts';
import { guardianAccess } from '../../shared/contracts/guardian-access.ts';
import { bind } from '../platform/http/story.ts';
import { activate } from './activate.ts';
import { activateGuardian } from './activate-guardian.ts';
import { addChild } from './add-child.ts';
import { changeSecret } from './change-secret.ts';
import { chooseLook } from './choose-look.ts';
import { endPost } from './end-post.ts';
import { postStaff } from './invite-staff.ts';
import { listStaff } from './list-staff.ts';
import { renewCode } from './renew-code.ts';
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
