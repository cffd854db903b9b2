/** Finds a QR code in a picture: a chunk of its own, loaded by whoever first opens the camera or takes a photo. */
import { type BitMatrix, binarize, Decoder, Detector, grayscale } from '@nuintun/qrcode';

/** @returns the content of the first code found */
export function readQr(picture: ImageData): string | undefined {
  const candidates = new Detector().detect(binarize(grayscale(picture), picture.width, picture.height));
  const decoder = new Decoder();
  for (let found = candidates.next(); !found.done; found = candidates.next(false)) {
    const text = decode(decoder, found.value.matrix);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Most candidates are corners of something else, and the decoder throws at those. */
function decode(decoder: Decoder, matrix: BitMatrix): string | undefined {
  try {
    return decoder.decode(matrix).content;
  } catch {
    return undefined;
  }
}
