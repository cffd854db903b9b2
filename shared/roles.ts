/** The posts a person can hold. A post is (person, role, scope); the scope is a unit, a team, a desk or oneself. */
export const roles = [
  'district_admin',
  'unit_admin',
  'approver',
  'leader',
  'desk',
  'volunteer',
  'guardian',
  'resident',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/** What a role's scope id names. A unit scope covers the unit's whole subtree. */
export const scopeOf = {
  district_admin: 'unit',
  unit_admin: 'unit',
  approver: 'unit',
  auditor: 'unit',
  leader: 'team',
  desk: 'desk',
  volunteer: 'person',
  guardian: 'person',
  resident: 'person',
} as const satisfies Record<Role, 'unit' | 'team' | 'desk' | 'person'>;

/** Roles that sign in with a password rather than a PIN. */
export const staffRoles = ['district_admin', 'unit_admin', 'approver', 'leader', 'desk', 'auditor'] as const;
export type StaffRole = (typeof staffRoles)[number];
