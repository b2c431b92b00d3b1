// Loaded into the main process by `electron -r`, before the program: notes when it shows a notification. Lines of JSON.
const { appendFileSync } = require('node:fs');
const { Notification } = require('electron');

const file = process.env.FOYER_BENCH_NOTES ?? '';
const { show } = Notification.prototype;

Notification.prototype.show = function noteAndShow() {
  appendFileSync(file, `${JSON.stringify({ at: performance.timeOrigin + performance.now(), title: this.title })}\n`);
  return show.call(this);
};
