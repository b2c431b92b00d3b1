import { crc32, deflateSync } from 'node:zlib';

const width = 320;
const height = 180;

/** Path of a snapshot taken at the instant; its month counts from zero, as in the published sample. */
export function snapshotPath(milliseconds: number): string {
  const time = new Date(milliseconds);
  const folder = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()].join('/');
  return `/s3/uploads/snapshots/${folder}/${milliseconds}-snapshot.png`;
}

/** A PNG picture (W3C, PNG specification): a grey ramp from left to right. */
export function drawSnapshot(): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits of grey for each point.
  header.writeUInt8(8, 8);
  const row = Buffer.from([0, ...Array.from({ length: width }, (_, x) => Math.floor((x * 256) / width))]);
  const points = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk('IHDR', header), chunk('IDAT', points), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([signature, ...chunks]));
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const content = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, checksum]);
}
