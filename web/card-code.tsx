/** The one-time code of a printed card. */
import { useEffect, useState } from 'preact/hooks';
import { TextField } from './ui/field.tsx';

/** A card's QR code carries its code, then its owner's number, behind the hash, which never leaves the phone. */
export function useCardCode() {
  const [code, setCode] = useState('');
  useEffect(() => {
    if (location.hash.length > 1) setCode(decodeURIComponent(location.hash.slice(1)).split('.')[0] ?? '');
  }, []);
  return { code, setCode };
}

interface CodeGiven extends ReturnType<typeof useCardCode> {
  readonly label: string;
}

export const CodeField = ({ label, code, setCode }: CodeGiven) => (
  <TextField
    label={label}
    value={code}
    onInput={(event) => setCode(event.currentTarget.value)}
    autocomplete="one-time-code"
    autocapitalize="characters"
    required
  />
);
