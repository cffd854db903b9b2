/** Makes a photo the small square that a shop shows; only pixels stay of it. */

const sidePixels = 480;
const qualities = [0.85, 0.7, 0.5];
const bytesMax = 150_000;

/** @returns a JPEG in Base64 of the photo's middle, or undefined when the browser cannot open the file */
export async function squarePicture(file: File): Promise<string | undefined> {
  const photo = await createImageBitmap(file).catch(() => undefined);
  const canvas = Object.assign(document.createElement('canvas'), { width: sidePixels, height: sidePixels });
  const context = canvas.getContext('2d');
  if (!photo || !context) return undefined;
  // JPEG knows no transparency: what is see-through would turn black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, sidePixels, sidePixels);
  const side = Math.min(photo.width, photo.height);
  const [left, top] = [(photo.width - side) / 2, (photo.height - side) / 2];
  context.drawImage(photo, left, top, side, side, 0, 0, sidePixels, sidePixels);
  const contents = qualities.map((quality) => canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '');
  return contents.find((content) => content.length > 0 && content.length * 0.75 <= bytesMax);
}
