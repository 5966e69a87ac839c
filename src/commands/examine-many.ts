import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { type Examined, examine, type Settings } from './examine.ts';
import type { Seen } from './folder.ts';

/** What is told of a file: plain data that passes between threads. */
export type Found = Pick<Examined, 'told' | 'failures'>;

/** What a thread that examines is started with. */
export interface ExamineThread {
  readonly program: string;
  readonly settings: Settings;
}

/** What such a thread is sent: files to examine, or that there are no more. */
export type ExamineMessage = readonly string[] | 'end';

/** Files below which one thread is done before others have warmed up. */
const few = 250;

/** Files a thread is sent at once: enough to keep it busy, few enough to hold what comes back. */
const batch = 8;

/** Threads beyond do not pay: each holds the whole program. */
const mostThreads = 8;

/** Batches sent to a thread ahead of the one that is told of next, so that it never waits. */
const ahead = 2;

interface Awaited {
  readonly resolve: (found: readonly Found[]) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread of the program; what it is sent comes back in order. */
class Thread {
  private readonly worker: Worker;
  private readonly awaited: Awaited[] = [];
  private readonly ended: Promise<void>;
  private fault: unknown;

  constructor(worker: Worker) {
    this.worker = worker;
    this.worker.on('message', (found: readonly Found[]) => this.awaited.shift()?.resolve(found));
    this.worker.on('error', (error) => this.fail(error));
    // One that ends without a word would leave the program waiting, and then ending as if all was well.
    this.worker.on('exit', (status) => this.fail(new Error(`a thread ended with status ${status}`)));
    this.ended = new Promise((resolve) => this.worker.once('exit', () => resolve()));
  }

  private fail(error: unknown): void {
    this.fault ??= error;
    for (const { reject } of this.awaited) reject(this.fault);
  }

  examine(files: readonly string[]): Promise<readonly Found[]> {
    const found = new Promise<readonly Found[]>((resolve, reject) => this.awaited.push({ resolve, reject }));
    // A fault is told when its turn comes.
    found.catch(() => {});
    if (this.fault !== undefined) this.fail(this.fault);
    else this.worker.postMessage(files satisfies ExamineMessage);
    return found;
  }

  /** Lets a thread that has answered all end, and keep what was compiled for it; any other is stopped. */
  async end(): Promise<void> {
    if (this.fault !== undefined || this.awaited.length > 0) {
      await this.worker.terminate();
      return;
    }
    this.worker.postMessage('end' satisfies ExamineMessage);
    await this.ended;
  }
}

/** Examines files on several threads; few batches wait to be told of, so that memory stays flat. */
async function* onThreads(files: readonly string[], settings: Settings): AsyncGenerator<Found> {
  // Loaded here, because loading threads takes longer than checking a report.
  const [{ Worker }, { availableParallelism }] = await Promise.all([import('node:worker_threads'), import('node:os')]);
  const program = join(__dirname, 'thread.js');
  const workerData: ExamineThread = { program: 'commands-examine-worker.js', settings };
  const threads = Array.from(
    { length: Math.min(availableParallelism(), mostThreads) },
    () => new Thread(new Worker(program, { workerData })),
  );
  try {
    const waiting: { readonly thread: Thread; readonly found: Promise<readonly Found[]> }[] = [];
    let next = 0;
    const send = (thread: Thread): void => {
      if (next >= files.length) return;
      waiting.push({ thread, found: thread.examine(files.slice(next, next + batch)) });
      next += batch;
    };
    for (let round = 0; round < ahead; round += 1) for (const thread of threads) send(thread);
    for (let first = waiting.shift(); first; first = waiting.shift()) {
      const found = await first.found;
      send(first.thread);
      yield* found;
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

/**
 * Examines files one after the other, or many of them on all processors; what is found comes in the order of the files.
 * `seen` is told of what a few reports name; of many, which threads examine, it hears nothing.
 */
export async function* examineMany(files: readonly string[], settings: Settings, seen?: Seen): AsyncGenerator<Found> {
  if (files.length >= few) yield* onThreads(files, settings);
  else for (const file of files) yield await examine(file, seen ? { ...settings, seen } : settings);
}
