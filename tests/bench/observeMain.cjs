// Loaded into the main process by `electron -r`, before the program: notes when it began, when its event loop stood still,
// and what it would have handed to the system. The notes are lines of JSON.
const { appendFileSync } = require('node:fs');
const { shell } = require('electron');

const file = process.env.FOYER_BENCH_NOTES ?? '';
const lookEvery = 4;
const worthNoting = 16;

const now = () => performance.timeOrigin + performance.now();
const note = (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`);

note({ kind: 'began', at: now() });
shell.openExternal = async (url) => note({ kind: 'opened', at: now(), url });

let last = now();
setInterval(() => {
  const at = now();
  const milliseconds = at - last - lookEvery;
  last = at;
  if (milliseconds > worthNoting) {
    note({ kind: 'stoodStill', at: at - milliseconds, milliseconds });
  }
}, lookEvery).unref();
