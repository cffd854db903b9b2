import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import type { DeskWords } from '../../words/desk.ts';
import type { Torch } from './camera.ts';

interface ViewfinderGiven {
  readonly words: Pick<DeskWords, 'viewfinder' | 'aim' | 'stopScan' | 'torch'>;
  onText(text: string): void;
  onFail(): void;
  onClose(): void;
}

/** The camera's picture; leaving it switches the camera off. */
export function Viewfinder({ words, onText, onFail, onClose }: ViewfinderGiven) {
  const video = useRef<HTMLVideoElement>(null);
  const [torch, setTorch] = useState<{ readonly turn: Torch; readonly isOn: boolean }>();
  useEffect(() => {
    const watch = new AbortController();
    const open = async (screen: HTMLVideoElement) => {
      const { watchCamera } = await import('./camera.ts');
      const turn = await watchCamera({ video: screen, signal: watch.signal, onText });
      if (turn) setTorch({ turn, isOn: false });
    };
    if (video.current) open(video.current).catch(() => watch.signal.aborted || onFail());
    return () => watch.abort();
  }, []);
  const toggle = async () => {
    if (!torch) return;
    await torch.turn(!torch.isOn);
    setTorch({ ...torch, isOn: !torch.isOn });
  };
  return (
    <div class="flex flex-col gap-3">
      <video
        ref={video}
        muted
        playsInline
        aria-label={words.viewfinder}
        class="w-full max-w-md aspect-square object-cover rounded-2xl bg-black border-4 border-fill"
      />
      <p class="text-soft">{words.aim}</p>
      <div class="flex flex-wrap gap-2">
        <Button kind="quiet" onClick={onClose}>
          {words.stopScan}
        </Button>
        {torch && (
          <Button kind="quiet" aria-pressed={torch.isOn} onClick={() => void toggle()}>
            {words.torch}
          </Button>
        )}
      </div>
    </div>
  );
}
