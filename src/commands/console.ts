import type { Language } from '../messages/word.ts';

/** What a command may use of the process it runs in. */
export interface Console {
  readonly language: Language;
  /** Whether the program was started by double-click: then no sentence names a command or an option. */
  readonly clicked?: boolean;
  /** Findings and machine formats; waits until a slow reader has taken them. */
  out(text: string): Promise<void>;
  /** Talk: progress, summaries, what was written. */
  talk(text: string): void;
  /** Whether stdout takes colours. */
  readonly color: boolean;
  /** Whether a progress line may be shown. */
  readonly live: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Exit status: nothing above the limit, findings, could not run, a fault of the program. */
export type Status = 0 | 1 | 2 | 3;
