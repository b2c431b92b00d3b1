import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';

const mostTries = 600;
const betweenTries = 50;

const target = z.object({ id: z.string(), type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string() });
const message = z.object({
  id: z.optional(z.int()),
  result: z.optional(z.unknown()),
  error: z.optional(z.object({ message: z.string() })),
});
const evaluated = z.object({
  result: z.object({ value: z.optional(z.unknown()) }),
  exceptionDetails: z.optional(z.unknown()),
});

/** One page of a running program, over Chromium's debugging protocol. */
export interface Page {
  /** Value of an expression in the page, awaited; it must fit into JSON. */
  evaluate(expression: string): Promise<unknown>;
  send(method: string, parameters?: object): Promise<unknown>;
  detach(): void;
}

/**
 * Attaches to the only page of a program, or to the one whose address ends like that. Until then nothing of the debugger runs
 * in the page.
 */
export async function attachToPage(port: number, ending = ''): Promise<Page> {
  const socket = new WebSocket((await findPage(port, ending)).webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  const waiting = new Map<number, (answer: z.infer<typeof message>) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = z.parse(message, JSON.parse(String(data)));
    waiting.get(answer.id ?? -1)?.(answer);
  });
  let count = 0;
  const send = (method: string, parameters: object = {}): Promise<unknown> =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
      socket.send(JSON.stringify({ id: count, method, params: parameters }));
    });
  await untilLoaded(send);
  return {
    send,
    evaluate: async (expression) => {
      const options = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = z.parse(evaluated, await send('Runtime.evaluate', options));
      if (exceptionDetails !== undefined) {
        throw new Error(`The page threw: ${JSON.stringify(exceptionDetails)}`);
      }
      return result.value;
    },
    detach: () => socket.close(),
  };
}

/** A window that was just made has an empty document before its own. */
async function untilLoaded(send: Page['send']): Promise<void> {
  const expression = 'location.href !== "about:blank" && document.readyState === "complete"';
  const isLoaded = async (): Promise<boolean> => {
    const answer = await send('Runtime.evaluate', { expression }).catch(() => undefined);
    return JSON.stringify(answer ?? '').includes('true');
  };
  for (let tries = mostTries; tries > 0 && !(await isLoaded()); tries -= 1) {
    await pause(betweenTries);
  }
}

/** Closes the only page, or the one whose address ends like that, as a press on the window's close button does. */
export async function closePage(port: number, ending = ''): Promise<void> {
  const { id } = await findPage(port, ending);
  await fetch(`http://127.0.0.1:${port}/json/close/${id}`);
}

async function findPage(port: number, ending = ''): Promise<z.infer<typeof target>> {
  for (let tries = mostTries; tries > 0; tries -= 1) {
    const response = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = z.parse(z.array(target), await response.json());
    const page = targets.find(({ type, url }) => type === 'page' && url.endsWith(ending));
    if (page !== undefined) {
      return page;
    }
    await pause(betweenTries);
  }
  throw new Error('The program opened no window.');
}
