import { mkdirSync, writeFileSync } from 'node:fs';

// `node scripts/package/makeSounds.ts` makes `assets/sounds/*.wav`: there is no recording that they come from.

/** Samples for each second: enough for what is in these sounds, and small. */
const rate = 22_050;

/** One stroke: when it comes (s), its partials (Hz and share), how fast it dies away (1/s), and how loud it is. */
interface Stroke {
  readonly at: number;
  readonly partials: readonly (readonly [frequency: number, share: number])[];
  readonly decay: number;
  readonly level: number;
}

const bell = (at: number, pitch: number, level: number): Stroke => ({
  at,
  partials: [
    [pitch, 1],
    [pitch * 2.01, 0.3],
    [pitch * 3.03, 0.12],
  ],
  decay: 5.5,
  level,
});

const knuckle = (at: number, level: number): Stroke => ({
  at,
  partials: [
    [172, 1],
    [265, 0.7],
    [431, 0.35],
    [1_240, 0.12],
  ],
  decay: 38,
  level,
});

// A door bell, and knuckles on the door.
const sounds: Readonly<Record<string, { readonly length: number; readonly strokes: readonly Stroke[] }>> = {
  chime: { length: 1.3, strokes: [bell(0, 783.99, 0.34), bell(0.22, 1_046.5, 0.3)] },
  knock: { length: 0.75, strokes: [knuckle(0, 0.55), knuckle(0.17, 0.5), knuckle(0.34, 0.58)] },
};

mkdirSync('assets/sounds', { recursive: true });
for (const [name, { length, strokes }] of Object.entries(sounds)) {
  writeFileSync(
    `assets/sounds/${name}.wav`,
    toWave(Math.round(length * rate), (time) => sampleAt(strokes, length, time)),
  );
}

function sampleAt(strokes: readonly Stroke[], length: number, time: number): number {
  const sum = strokes.reduce((total, { at, partials, decay, level }) => {
    const since = time - at;
    const attack = Math.min(1, since / 0.004);
    const tone = partials.reduce(
      (all, [frequency, share]) => all + share * Math.sin(2 * Math.PI * frequency * since),
      0,
    );
    return since < 0 ? total : total + level * attack * Math.exp(-decay * since) * tone;
  }, 0);
  // Nothing is cut off at the end.
  return sum * Math.min(1, (length - time) / 0.05);
}

/** RIFF with one channel of 16-bit samples. */
function toWave(count: number, sample: (time: number) => number): Buffer {
  const wave = Buffer.alloc(44 + count * 2);
  wave.write('RIFF', 0, 'latin1');
  wave.writeUInt32LE(36 + count * 2, 4);
  wave.write('WAVEfmt ', 8, 'latin1');
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20);
  wave.writeUInt16LE(1, 22);
  wave.writeUInt32LE(rate, 24);
  wave.writeUInt32LE(rate * 2, 28);
  wave.writeUInt16LE(2, 32);
  wave.writeUInt16LE(16, 34);
  wave.write('data', 36, 'latin1');
  wave.writeUInt32LE(count * 2, 40);
  for (let index = 0; index < count; index += 1) {
    const value = Math.max(-1, Math.min(1, sample(index / rate)));
    wave.writeInt16LE(Math.round(value * 32_767), 44 + index * 2);
  }
  return wave;
}
