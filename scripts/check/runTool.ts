import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** How a check ended, and what to show when it is not good. */
export interface Outcome {
  readonly isGood: boolean;
  readonly details: string;
}

/** Runs a tool's own script (a path in node_modules) with this Node, without a shell, so that it is the same on every system. */
export function runTool(script: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((done) => {
    const tool = spawn(process.execPath, [resolve('node_modules', script), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    });
    let details = '';
    tool.stdout.setEncoding('utf8').on('data', (text: string) => (details += text));
    tool.stderr.setEncoding('utf8').on('data', (text: string) => (details += text));
    tool.on('error', (error) => done({ isGood: false, details: error.message }));
    tool.on('close', (code) => done({ isGood: code === 0, details }));
  });
}
