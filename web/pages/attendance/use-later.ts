import { useEffect, useState } from 'preact/hooks';

type Later = typeof import('./later.ts');

/** Codes, camera and dialogs, once they have come: the list of people does not wait for them. */
export function useLater(): Later | undefined {
  const [later, setLater] = useState<Later>();
  useEffect(() => {
    const load = () => void import('./later.ts').then(setLater, () => addEventListener('online', load, { once: true }));
    load();
    return () => removeEventListener('online', load);
  }, []);
  return later;
}
