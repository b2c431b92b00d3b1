const everyMs = 66;
/** Below this (dB of full scale) is silence, above the other one is as loud as it gets. */
const silence = -60;
const loudest = -10;

/** Tells the level of a track (0 to 1) again and again, until the returned function is called. */
export function createLevel(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = window.setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(levelOf(samples));
  }, everyMs);
  return () => {
    window.clearInterval(timer);
    onLevel(0);
    void context.close();
  };
}

function levelOf(samples: Float32Array): number {
  const sum = samples.reduce((total, sample) => total + sample * sample, 0);
  const decibels = 10 * Math.log10(sum / samples.length + 1e-12);
  return Math.min(1, Math.max(0, (decibels - silence) / (loudest - silence)));
}
