import { useState } from 'preact/hooks';
import type { BodyOf, ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Where } from '../../page.ts';
import type { Unit } from '../../school.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { ProofNote } from '../../ui/proof-note.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { SchoolWords } from '../../words/school.ts';
import type { Invited } from './one-time-code.tsx';

type Role = BodyOf<'POST /api/staff'>['role'];

interface InviteGiven {
  readonly words: SchoolWords;
  readonly where: Where;
  readonly unit: Unit;
  /** The unit's own. */
  readonly desks: readonly ItemOf<'GET /api/desks'>[];
  onInvited(invited: Invited): Promise<void>;
  onClose(): void;
}

/** What a school's administrator may give; a district's may give all, its own post in the district only. */
const schoolRoles = ['approver', 'unit_admin', 'desk'] as const satisfies readonly Role[];

function rolesOf({ session }: Where, unit: Unit): readonly Role[] {
  if (session?.post.role !== 'district_admin') return schoolRoles;
  return unit.kind === 'district' ? ['district_admin', 'approver', 'desk', 'auditor'] : [...schoolRoles, 'auditor'];
}

export function InviteDialog({ words, where, unit, desks, onInvited, onClose }: InviteGiven) {
  const [role, setRole] = useState<Role>(rolesOf(where, unit)[0] ?? 'approver');
  const invite = useAction(async (form: FormData) => {
    const { name, login } = typed(form);
    const scope = role === 'desk' ? String(form.get('desk')) : unit.id;
    await onInvited(await send('POST /api/staff', { body: { name, login, role, scope } }));
  });
  const lacksDesk = role === 'desk' && desks.length === 0;
  return (
    <Dialog title={words.invite} onClose={onClose}>
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          invite.run(new FormData(event.currentTarget));
        }}
      >
        <p class="text-soft">{words.inviteLead}</p>
        <PersonFields words={words} />
        <SelectField
          label={words.role}
          hint={words.roleNotes[role]}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
        >
          {rolesOf(where, unit).map((one) => (
            <option key={one} value={one}>
              {words.roles[one]}
            </option>
          ))}
        </SelectField>
        {role === 'desk' && (
          <SelectField name="desk" label={words.desk} error={lacksDesk ? words.noDesks : undefined} required>
            {desks.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <ProofNote where={where} problem={invite.problem} />
        <div class="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={invite.isBusy || lacksDesk}>
            {invite.isBusy ? words.working : words.renewDo}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Who is asked: the same two fields for every post. */
export const PersonFields = ({ words }: { words: SchoolWords }) => (
  <>
    <TextField name="name" label={words.staffName} autocomplete="off" maxLength={40} required />
    <TextField
      name="login"
      label={words.login}
      hint={words.loginHint}
      autocomplete="off"
      autocapitalize="none"
      pattern="[A-Za-z0-9][A-Za-z0-9._@\-]{2,63}"
      maxLength={64}
      required
    />
  </>
);

export const typed = (form: FormData) => ({ name: String(form.get('name')), login: String(form.get('login')) });
