import { encode } from 'uqr';

interface QrCodeGiven {
  readonly label: string;
  readonly text: string;
  readonly class?: string;
}

/** White all around by this many modules, as readers want it. */
const border = 4;

/** A QR code, black on white in every theme: cameras fail on the reverse. */
export function QrCode({ label, text, class: classes = 'w-full' }: QrCodeGiven) {
  const { data, size } = encode(text, { ecc: 'M', border });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg class={classes} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} class="fill-white" />
      <path d={path} class="fill-black" />
    </svg>
  );
}
