import { useState } from 'preact/hooks';
import { coarse, type Spot } from '../../shared/rules/dispatch.ts';
import { Button } from './button.tsx';

interface UsePlaceGiven {
  readonly words: { readonly usePlace: string; readonly placeUsed: string; readonly forgetPlace: string };
  readonly spot?: Spot | undefined;
  onChange?(spot: Spot | undefined): void;
}

/** Where one is, roughly, for those who care to say it; in a form as `latitude` and `longitude`. */
export function UsePlace({ words, spot, onChange }: UsePlaceGiven) {
  const [used, setUsed] = useState(spot);
  const change = (place: Spot | undefined) => {
    setUsed(place);
    onChange?.(place);
  };
  const ask = () => {
    // Who does not allow it goes on without.
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => change(coarse(coords)),
      () => undefined,
    );
  };
  return (
    <div class="flex flex-wrap items-center gap-3">
      <Button kind="quiet" onClick={used ? () => change(undefined) : ask}>
        {used ? words.forgetPlace : words.usePlace}
      </Button>
      {used && (
        <p role="status" class="text-soft">
          {words.placeUsed}
        </p>
      )}
      {used && <input type="hidden" name="latitude" value={used.latitude} />}
      {used && <input type="hidden" name="longitude" value={used.longitude} />}
    </div>
  );
}
