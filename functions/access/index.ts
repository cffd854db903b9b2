/** The door of access: who asks, and builders that return the writes of accounts and codes. They execute nothing. */
export { activatedOf } from './activated-of.ts';
export { foundDistrictWithAdministrator } from './found-district.ts';
export { issueGuardianCode } from './guardian-code.ts';
export { endGuardianWrites, readGuardians } from './guardians.ts';
export { holdersOf, inboxesOf } from './inboxes.ts';
export { inviteStaff } from './invite-staff.ts';
export { issueVolunteerCode } from './issue-code.ts';
export { postsOf } from './posts-of.ts';
export { accessCapability, guardianAccessCapability } from './routes.ts';
export { activationChanged } from './rows.ts';
export { showResult as showInvited } from './staff.ts';
export { staffNames } from './staff-names.ts';
export { whoAsks } from './who-asks.ts';
