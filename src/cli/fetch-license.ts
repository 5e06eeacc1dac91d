import { isoDay } from '../codes/day.ts';
import { AMA_TERMS, type FoundFile, type License, readRecord, writeRecord } from '../fetch/index.ts';
import { ProblemError } from '../problems.ts';
import { wrap } from './wrap.ts';

export interface LicenseAsk {
  /** Whether `--accept-ama-license` was given. */
  readonly isAccepted: boolean;
  /** The record of what was fetched and accepted. */
  readonly record: string;
  readonly now: string;
}

/** Which licences count as accepted for these files, without asking. */
export async function acceptedBefore(
  files: readonly FoundFile[],
  { isAccepted, record }: Pick<LicenseAsk, 'isAccepted' | 'record'>,
): Promise<ReadonlySet<License>> {
  const year = textYear(files);
  const isRecorded = (await readRecord(record)).licenses.some((each) => each.year === year);
  return new Set(isAccepted || isRecorded ? ['AMA'] : []);
}

/**
 * Shows the licence that files are given under and has it accepted: by the option, by an earlier acceptance of the
 * same year's text, or by the person at the terminal. Acceptance is recorded; without it nothing is fetched.
 *
 * @throws ProblemError `license-not-accepted`
 */
export async function acceptLicenses(files: readonly FoundFile[], ask: LicenseAsk): Promise<ReadonlySet<License>> {
  const held = files.filter(({ license }) => license === 'AMA');
  if (held.length === 0) return new Set();
  const year = textYear(files);
  const record = await readRecord(ask.record);
  const earlier = record.licenses.find((each) => each.year === year);
  process.stderr.write(notice(held, year, earlier?.acceptedAt, process.stderr.columns ?? 80));
  if (earlier === undefined) {
    if (!ask.isAccepted && !(await personAccepts())) throw notAccepted(held);
    const accepted = { license: 'AMA' as const, year, acceptedAt: ask.now };
    await writeRecord(ask.record, { ...record, licenses: [...record.licenses, accepted] });
  }
  return new Set(['AMA']);
}

/** The AMA's text bears the year in which the edition appears: for codes of 2025, 2024. */
const textYear = (files: readonly FoundFile[]): number =>
  Math.max(
    ...files.filter(({ license }) => license === 'AMA').map(({ period }) => Number(isoDay(period.from).slice(0, 4))),
  ) - 1;

function notice(held: readonly FoundFile[], year: number, acceptedAt: string | undefined, columns: number): string {
  const width = Math.min(columns, 100);
  const copyright = `CPT codes, descriptions and other data only are copyright ${year} American Medical Association. All rights reserved.`;
  if (acceptedAt !== undefined) {
    return `${wrap(`${copyright} You accepted the AMA's licence on ${acceptedAt.slice(0, 10)}.`, width, 0)}\n\n`;
  }
  const sites = [...new Set(held.map(({ site }) => site))].join(', ');
  const paragraphs = [
    `These files hold CPT codes and are given under a licence of the American Medical Association: ${sites}.`,
    copyright,
    'In short, and in our words: you may use CPT as it stands in these files, within your own organisation in the ' +
      'United States, for Medicare, Medicaid and other programs of CMS. You may not sell or license it, give it to ' +
      'anyone who is not bound by the same terms, change it, or make commercial use of it without a licence from ' +
      'the AMA. It comes without warranty.',
    `The full text decides: ${AMA_TERMS}`,
  ];
  return `${paragraphs.map((text) => wrap(text, width, 0)).join('\n\n')}\n\n`;
}

/** Asks the person at the terminal; no where there is none. */
async function personAccepts(): Promise<boolean> {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return false;
  const { confirm } = await import('@clack/prompts');
  const message = 'Do you accept the licence of the AMA?';
  // Anything but a yes, a broken off question too, is a no.
  return (await confirm({ message, initialValue: false, output: process.stderr })) === true;
}

function notAccepted(held: readonly FoundFile[]): ProblemError {
  return new ProblemError(
    'license-not-accepted',
    `Nothing was fetched: the licence of the AMA was not accepted (${held.length} files need it).`,
  );
}
