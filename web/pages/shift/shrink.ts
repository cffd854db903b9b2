/** Makes a phone's photo small enough to send, and takes from it what it says of place and device: only pixels stay. */

/** Fine enough to read a written name on a sheet of A4. */
const edgePixelsMax = 1600;
/** Tried from the best on. */
const qualities = [0.8, 0.6, 0.4];
const bytesMax = 1_500_000;

/** @returns a JPEG in Base64, or undefined when the browser cannot open the file or make it small enough */
export async function shrinkPhoto(file: File): Promise<string | undefined> {
  const url = URL.createObjectURL(file);
  try {
    const picture = await load(url);
    const scale = Math.min(1, edgePixelsMax / Math.max(picture.naturalWidth, picture.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.naturalWidth * scale);
    canvas.height = Math.round(picture.naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
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
