import { useEffect, useState } from 'preact/hooks';

export type Later = typeof import('./later.ts');

/** What saving needs, once it has come; a lost network is waited for. */
export function useLater(): Later | undefined {
  const [later, setLater] = useState<Later>();
  useEffect(() => {
    const load = () => void import('./later.ts').then(setLater, () => addEventListener('online', load, { once: true }));
    load();
    return () => removeEventListener('online', load);
  }, []);
  return later;
}
