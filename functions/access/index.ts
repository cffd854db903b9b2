/** The door of access: who asks, and builders that return the writes of accounts and codes. They execute nothing. */
export { activatedOf } from './activated-of.ts';
export { foundDistrictWithAdministrator } from './found-district.ts';
export { inviteStaff, type Invitation, showStaff } from './invite-staff.ts';
export { issueVolunteerCode, type VolunteerCode } from './issue-code.ts';
export { accessCapability } from './routes.ts';
export { whoAsks } from './who-asks.ts';
