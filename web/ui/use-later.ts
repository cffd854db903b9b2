import { useEffect, useState } from 'preact/hooks';

/** A part of a page that comes after it has been shown, once it is there; a lost network is waited for. */
export function useLater<Part extends object>(load: () => Promise<Part>): Part | undefined {
  const [part, setPart] = useState<Part>();
  useEffect(() => {
    const attempt = () => void load().then(setPart, () => addEventListener('online', attempt, { once: true }));
    attempt();
    return () => removeEventListener('online', attempt);
  }, []);
  return part;
}
