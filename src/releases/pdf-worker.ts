/** Reads one PDF in a thread of its own: see read-pdf-lines.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { isDrugTable } from './drugs-pdf.ts';
import { isIndex } from './index-pdf.ts';
import { pdfLines } from './pdf-lines.ts';

parentPort?.postMessage(await pdfLines(workerData as Uint8Array, (page) => isIndex(page) || isDrugTable(page)));
