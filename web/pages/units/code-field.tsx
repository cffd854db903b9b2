import { TextField } from '../../ui/field.tsx';
import type { DistrictWords } from '../../words/district.ts';

interface CodeFieldGiven {
  readonly words: DistrictWords;
  readonly kind: 'school' | 'community';
}

/** Six digits that are typed to sign in: every school has them, a community only where volunteers are registered. */
export const CodeField = ({ words, kind }: CodeFieldGiven) => (
  <TextField
    label={kind === 'school' ? words.schoolCode : words.communityCode}
    hint={kind === 'school' ? words.schoolCodeHint : words.communityCodeHint}
    name="code"
    inputMode="numeric"
    autocomplete="off"
    pattern="[0-9]{6}"
    maxLength={6}
    required={kind === 'school'}
  />
);
