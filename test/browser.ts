import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** A page that was opened in a window of a width, with what went wrong and what was asked of the network meanwhile. */
export interface Opened {
  readonly errors: readonly string[];
  /** Addresses other than the page itself and data in it. */
  readonly requests: readonly string[];
  /** The value of an expression in the page, as JSON carries it. */
  evaluate<T>(expression: string): Promise<T>;
  /** The page on paper. */
  pdf(): Promise<Uint8Array>;
  /** Presses the Tab key. */
  tab(): Promise<void>;
  close(): Promise<void>;
}

/** Chromium without a window, spoken to over its debugging pipe. */
export class Browser {
  private readonly folder = mkdtempSync(join(tmpdir(), 'annrep-browser-'));
  private readonly process: ChildProcess;
  private readonly waiting = new Map<number, (message: Message) => void>();
  private readonly listeners = new Map<string, (message: Message) => void>();
  private next = 0;
  private pages = 0;

  constructor() {
    const options = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
    ];
    this.process = spawn(
      '/usr/bin/chromium',
      [
        ...options,
        '--disable-dev-shm-usage',
        '--remote-debugging-pipe',
        `--user-data-dir=${join(this.folder, 'profile')}`,
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    let rest = Buffer.alloc(0);
    (this.process.stdio[4] as Readable).on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.hear(JSON.parse(rest.subarray(0, end).toString()) as Message);
        rest = rest.subarray(end + 1);
      }
    });
  }

  private hear(message: Message): void {
    if (message.id === undefined) this.listeners.get(message.sessionId ?? '')?.(message);
    else this.waiting.get(message.id)?.(message);
  }

  private send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    this.next += 1;
    const id = this.next;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ result, error }) => {
        this.waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result ?? {});
      });
      (this.process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Opens a page in a window of `width` pixels; below 500 the window is a telephone's. */
  async open(page: string | Uint8Array, width = 1200): Promise<Opened> {
    this.pages += 1;
    const file = join(this.folder, `${this.pages}.html`);
    writeFileSync(file, page);
    const url = `file://${file}`;
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = (await this.send('Target.attachToTarget', { targetId, flatten: true })) as {
      sessionId: string;
    };
    const tell = (method: string, params: object = {}): Promise<Record<string, unknown>> =>
      this.send(method, params, sessionId);
    const errors: string[] = [];
    const requests: string[] = [];
    const loaded = new Promise<void>((resolve) => {
      this.listeners.set(sessionId, ({ method, params = {} }) => {
        if (method === 'Page.loadEventFired') resolve();
        if (method === 'Runtime.exceptionThrown' || method === 'Runtime.consoleAPICalled')
          errors.push(JSON.stringify(params));
        if (method === 'Log.entryAdded') errors.push(JSON.stringify(params));
        if (method === 'Network.requestWillBeSent') {
          const asked = String((params.request as { url: string }).url);
          if (asked !== url && !asked.startsWith('data:')) requests.push(asked);
        }
        if (method === 'Page.javascriptDialogOpening') errors.push('a dialogue was opened');
      });
    });
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await tell(`${domain}.enable`);
    const mobile = width < 500;
    await tell('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 1, mobile });
    await tell('Page.navigate', { url });
    await loaded;
    return {
      errors,
      requests,
      async evaluate<T>(expression: string): Promise<T> {
        const { result, exceptionDetails } = (await tell('Runtime.evaluate', {
          expression,
          awaitPromise: true,
          returnByValue: true,
        })) as { result: { value: T }; exceptionDetails?: object };
        if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
        return result.value;
      },
      async pdf() {
        const { data } = await tell('Page.printToPDF', { preferCSSPageSize: true });
        return Buffer.from(String(data), 'base64');
      },
      async tab() {
        const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
        await tell('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
        await tell('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
      },
      close: async () => {
        this.listeners.delete(sessionId);
        await this.send('Target.closeTarget', { targetId });
      },
    };
  }

  /** Ends the browser and removes what it wrote. */
  async end(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    await this.send('Browser.close').catch(() => {});
    await gone;
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** How far the page itself can be scrolled sideways, in pixels; what reaches out of the window without a region of its own. */
export const sideways = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
})()`;

/** Every table as rows of texts, a cell that spans others repeated in their places. */
export const tables = `[...document.querySelectorAll('table.form')].map((table) => {
  const rows = [...table.rows].map(() => []);
  [...table.rows].forEach((row, down) => {
    let right = 0;
    for (const cell of row.cells) {
      while (rows[down][right] !== undefined) right += 1;
      for (let y = 0; y < cell.rowSpan; y += 1)
        for (let x = 0; x < cell.colSpan; x += 1) rows[down + y][right + x] = cell.innerText.trim();
    }
  });
  return rows;
})`;
