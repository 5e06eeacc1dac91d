/** Decodes a parquet file in a thread of its own: see parquet-thread.ts. */
import { open } from 'node:fs/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { isTrouble, openTable, type ParquetBatch } from '../claims/parquet/table.ts';
import { packed } from './packed-cells.ts';
import type { ParquetOrder, ParquetReply } from './parquet-thread.ts';

const port = parentPort as MessagePort;
const handle = await open(workerData as string);
const { size } = await handle.stat();
let bytes = 0;
const table = await openTable({
  byteLength: size,
  async slice(start, end = size) {
    const into = new Uint8Array(Math.max(0, Math.min(end, size) - start));
    const { bytesRead } = await handle.read(into, 0, into.length, start);
    bytes += bytesRead;
    return into.slice(0, bytesRead).buffer;
  },
});
let batches: AsyncIterator<ParquetBatch> | undefined;

/** Each order is answered once. */
port.on('message', async ({ columns }: ParquetOrder) => {
  if (columns !== undefined && !isTrouble(table)) batches = table.batches(columns)[Symbol.asyncIterator]();
  const next = await batches?.next();
  answer(next === undefined || next.done === true ? {} : batchOf(next.value));
});
answer(isTrouble(table) ? { trouble: table } : { names: table.names });

const batchOf = (batch: ParquetBatch) => ({ batch: isTrouble(batch) ? batch : packed(batch) });

function answer(reply: Omit<ParquetReply, 'bytes'>): void {
  port.postMessage({ ...reply, bytes } satisfies ParquetReply);
  bytes = 0;
}
