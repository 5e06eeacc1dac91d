import { Worker } from 'node:worker_threads';
import type { ParquetBatch, ParquetTable, ParquetTrouble } from '../claims/parquet/table.ts';
import { type PackedCells, unpacked } from './packed-cells.ts';

/** Asks for the first batch of columns, or for the next one. */
export interface ParquetOrder {
  readonly columns?: readonly number[];
}

/** What an order is answered with; without a batch at the end. */
export interface ParquetReply {
  readonly names?: readonly string[];
  readonly trouble?: ParquetTrouble;
  readonly batch?: PackedCells | ParquetTrouble;
  /** Read from the disk since the last answer. */
  readonly bytes: number;
}

export interface ParquetThread {
  readonly table: Promise<ParquetTable | ParquetTrouble>;
  close(): Promise<void>;
}

const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './parquet-worker.ts' : './parquet-worker.js',
  import.meta.url,
);
/** A row group of millions of rows takes seconds. */
const PATIENCE = 120_000;
const MOST_MEMORY = 3072;

/**
 * A parquet file, decoded in a thread of its own: bytes that were changed can make the library that decodes them count
 * for hours or ask for all memory, which only ending its thread ends.
 * @param heard hears of bytes read from the disk
 * @param patience milliseconds without an answer after which it is ended
 */
export function parquetThread(path: string, heard: (bytes: number) => void, patience = PATIENCE): ParquetThread {
  const worker = new Worker(WORKER, { workerData: path, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY } });
  const ask = asking(worker, heard, patience);
  const table = ask(null).then((reply): ParquetTable | ParquetTrouble => {
    const { names, trouble } = reply;
    return names === undefined
      ? (trouble ?? { from: 0, trouble: '' })
      : { names, batches: (columns) => batchesOf(ask, columns) };
  });
  return { table, close: async () => void (await worker.terminate()) };
}

type Ask = (order: ParquetOrder | null) => Promise<ParquetReply>;

/** Sends orders, null for none, and waits for their answers; a thread that gives none answers with trouble. */
function asking(worker: Worker, heard: (bytes: number) => void, patience: number): Ask {
  let settle: (reply: ParquetReply) => void = () => {};
  let ended = false;
  const end = (trouble: string): void => {
    ended = true;
    settle({ trouble: { from: 0, trouble }, bytes: 0 });
  };
  worker.on('message', (reply: ParquetReply) => {
    heard(reply.bytes);
    settle(reply);
  });
  worker.on('error', () => end('it asks for more memory than there is, or its decoder failed'));
  worker.on('exit', () => end(''));
  return (order) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        void worker.terminate();
        end(`no rows within ${Math.round(patience / 1_000)} seconds`);
      }, patience);
      settle = (reply) => {
        clearTimeout(timer);
        resolve(reply);
      };
      if (ended) end('');
      else if (order !== null) worker.postMessage(order);
    });
}

/** Asks for a batch while the one before is still in use. */
async function* batchesOf(ask: Ask, columns: readonly number[]): AsyncGenerator<ParquetBatch> {
  let from = 0;
  for (let next = ask({ columns }); ; ) {
    const { batch, trouble } = await next;
    if (trouble !== undefined) yield { ...trouble, from };
    if (batch === undefined) return;
    from = 'rows' in batch ? batch.from + batch.rows : batch.from;
    next = ask({});
    yield 'rows' in batch ? unpacked(batch) : batch;
  }
}
