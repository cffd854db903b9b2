/** QR codes from the camera or from a photo. Pictures stay in the browser. */

const frameMs = 125;
/** Enough for a code that fills a third of the frame, and quick on a cheap phone. */
const frameSide = 480;
/** Photos are tried large, then small: a blurred code is easier to find small. */
const photoSides = [1200, 600];

interface Watched {
  readonly video: HTMLVideoElement;
  /** Ends the watch and switches the camera off. */
  readonly signal: AbortSignal;
  onText(text: string): void;
}

/** Only some phones let a page switch their light on. */
export type Torch = (isOn: boolean) => Promise<void>;

/**
 * Looks for codes in what the rear camera sees, some eight times a second, until the signal comes. A code that stays in
 * the picture is said once.
 * @throws DOMException where there is no camera or it is not allowed
 */
export async function watchCamera({ video, signal, onText }: Watched): Promise<Torch | undefined> {
  const [stream, { readQr }] = await Promise.all([
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } }),
    import('./read-qr.ts'),
  ]);
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (signal.aborted) return void stop();
  signal.addEventListener('abort', stop);
  video.srcObject = stream;
  await video.play();
  let before: string | undefined;
  const lookOnce = () => {
    if (signal.aborted) return;
    const text = readQr(middleOf(video));
    if (text !== undefined && text !== before) onText(text);
    before = text;
    setTimeout(lookOnce, frameMs);
  };
  lookOnce();
  return torchOf(stream.getVideoTracks()[0]);
}

/** What the DOM's types do not know yet. */
type WithTorch = { readonly torch?: boolean };

function torchOf(track: MediaStreamTrack | undefined): Torch | undefined {
  const can = track?.getCapabilities?.() as WithTorch | undefined;
  if (!track || !can?.torch) return undefined;
  return (torch) => track.applyConstraints({ advanced: [{ torch } as MediaTrackConstraintSet] });
}

/** The square in the middle: what the frame on the screen shows. */
function middleOf(video: HTMLVideoElement): ImageData {
  const { videoWidth: width, videoHeight: height } = video;
  const side = Math.min(width, height);
  return drawn(frameSide, frameSide, (context) =>
    context.drawImage(video, (width - side) / 2, (height - side) / 2, side, side, 0, 0, frameSide, frameSide),
  );
}

/** @returns what a photo's code says, or nothing when none is found or the file is no picture */
export async function readPhoto(file: File): Promise<string | undefined> {
  const [photo, { readQr }] = await Promise.all([
    createImageBitmap(file).catch(() => undefined),
    import('./read-qr.ts'),
  ]);
  if (!photo) return undefined;
  for (const side of photoSides) {
    const scale = Math.min(1, side / Math.max(photo.width, photo.height));
    const [width, height] = [Math.round(photo.width * scale), Math.round(photo.height * scale)];
    const text = readQr(drawn(width, height, (context) => context.drawImage(photo, 0, 0, width, height)));
    if (text !== undefined) return text;
  }
  return undefined;
}

function drawn(width: number, height: number, draw: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser draws no pictures');
  draw(context);
  return context.getImageData(0, 0, width, height);
}
