/** Pictures of a code as a camera sees them: one of a gallery, and a film. */
import { Byte, Encoder } from '@nuintun/qrcode';
import { encode } from 'uqr';

export const codePhoto = (text: string) => {
  const picture = new Encoder({ level: 'M' }).encode(new Byte(text)).toDataURL(6, { margin: 24 });
  return { name: 'code.gif', mimeType: 'image/gif', buffer: Buffer.from(picture.split(',')[1] ?? '', 'base64') };
};

/** A moving picture of a code, as Chromium's stand-in for a camera reads it. */
export function codeFilm(text: string): Buffer {
  const [width, height, scale] = [640, 480, 8];
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const bright = Buffer.alloc(width * height, 235);
  const [left, top] = [(width - size * scale) / 2, (height - size * scale) / 2];
  for (let y = 0; y < size * scale; y++) {
    for (let x = 0; x < size * scale; x++) {
      if (data[Math.floor(y / scale)]?.[Math.floor(x / scale)]) bright[(top + y) * width + left + x] = 16;
    }
  }
  const grey = Buffer.alloc((width * height) / 2, 128);
  const head = `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`;
  const frame = Buffer.concat([Buffer.from('FRAME\n'), bright, grey]);
  return Buffer.concat([Buffer.from(head), frame, frame]);
}
