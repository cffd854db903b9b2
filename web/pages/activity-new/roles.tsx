import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { rolesMax } from './form.ts';
import type { WhatGiven } from './given.ts';

const rolesAtFirst = 3;

/** What there is to do, and for how many. */
export function Roles({ words, known }: WhatGiven) {
  const [shown, setShown] = useState(Math.max(rolesAtFirst, known?.roles.length ?? 0));
  return (
    <div class="grid gap-3 mt-4">
      {Array.from({ length: shown }, (_, role) => (
        <div key={role} class="grid grid-cols-[1fr_6rem] gap-3">
          <TextField
            label={words.roleName(String(role + 1))}
            name={`role${role}`}
            value={known?.roles[role]?.name}
            maxLength={20}
            required={role === 0}
          />
          <TextField
            label={words.places}
            name={`places${role}`}
            type="number"
            min={1}
            max={500}
            value={known?.roles[role]?.places ?? ''}
          />
        </div>
      ))}
      {shown < rolesMax && (
        <Button kind="quiet" onClick={() => setShown(shown + 1)}>
          {words.moreRoles}
        </Button>
      )}
    </div>
  );
}
