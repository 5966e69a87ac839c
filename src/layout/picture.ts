/** What the head of a picture's file says. */
export interface PictureSize {
  readonly format: 'png' | 'jpg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Frame headers of JPEG: C0 to CF but for the tables C4, C8 and CC. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(view: DataView): PictureSize | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { format: 'jpg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Format and size of a PNG or JPEG file by its head; undefined for anything else and for a picture without extent. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng = bytes.length >= 24 && pngSignature.every((byte, index) => bytes[index] === byte);
  const isJpeg = bytes.length >= 4 && bytes[0] === 0xff && bytes[1] === 0xd8;
  const size: PictureSize | undefined = isPng
    ? { format: 'png', width: view.getUint32(16), height: view.getUint32(20) }
    : isJpeg
      ? jpegSize(view)
      : undefined;
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}
