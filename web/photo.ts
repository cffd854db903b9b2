/** Makes a phone's photo small enough to send, and takes from it what it says of place and device: only pixels stay. */

interface Wanted {
  readonly width: number;
  readonly height: number;
  /** JPEG qualities, tried from the best on. */
  readonly qualities: readonly number[];
  readonly bytesMax: number;
  /** The part of the photo to keep; all of it when absent. */
  readonly part?: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}
interface Size {
  readonly width: number;
  readonly height: number;
}

const sheetEdgePixelsMax = 1600;
/** Fine enough to read a written name on a sheet of A4. */
export function asSheet({ width, height }: Size): Wanted {
  const scale = Math.min(1, sheetEdgePixelsMax / Math.max(width, height));
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return { ...size, qualities: [0.8, 0.6, 0.4], bytesMax: 1_500_000 };
}

/**
 * @param wanted says what to make of a photo of a size, in pixels
 * @returns a JPEG in Base64, or undefined when the browser cannot open the file or make it small enough
 */
export async function shrinkPhoto(file: File, wanted: (photo: Size) => Wanted): Promise<string | undefined> {
  const url = URL.createObjectURL(file);
  try {
    const photo = await load(url);
    const whole = { left: 0, top: 0, width: photo.naturalWidth, height: photo.naturalHeight };
    const { width, height, qualities, bytesMax, part = whole } = wanted(whole);
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    // JPEG knows no transparency: what is see-through would turn black.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    context.drawImage(photo, part.left, part.top, part.width, part.height, 0, 0, width, height);
    const contents = qualities.map((quality) => canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '');
    return contents.find((content) => content.length > 0 && content.length * 0.75 <= bytesMax);
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** An element turns a photo the way it was held; a bitmap of the same file does not in every browser. */
const load = (url: string) =>
  new Promise<HTMLImageElement>((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve(picture);
    picture.onerror = reject;
    picture.src = url;
  });
