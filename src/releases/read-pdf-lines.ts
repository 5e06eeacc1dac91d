import { Worker } from 'node:worker_threads';
import { ProblemError } from '../problems.ts';
import type { PdfLine } from './pdf-lines.ts';

/** The published ones take less than a second. */
const MOST_MILLISECONDS = 60_000;
const MOST_MEGABYTES = 1024;

/** Beside this file, compiled or not. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js', import.meta.url);

/**
 * The lines of an Alpha-Numeric Index or a Table of Drugs; null for any other PDF. It is read in a thread of its own:
 * of a broken file the library throws where nobody can catch it, and may go on for ever. Throws `pdf-broken`.
 */
export function readPdfLines(bytes: Uint8Array, file: string): Promise<readonly PdfLine[] | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: Uint8Array.from(bytes),
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => broken('it takes too long'), MOST_MILLISECONDS);
    const end = (): void => {
      clearTimeout(timer);
      void worker.terminate();
    };
    function broken(why: string): void {
      end();
      reject(new ProblemError('pdf-broken', `the PDF cannot be read: ${why}`, { file }));
    }
    worker.on('message', (lines: readonly PdfLine[] | null) => {
      end();
      resolve(lines);
    });
    worker.on('error', (error) => broken(error instanceof Error ? error.message : String(error)));
    worker.on('exit', () => broken('its reader ended'));
  });
}
