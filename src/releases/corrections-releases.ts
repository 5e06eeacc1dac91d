import { applyCorrections, type Corrected, type EarlierReleases } from './corrections-apply.ts';
import type { RecordRelease } from './record-tables.ts';
import type { HcpcsRecord, HcpcsRelease, Oddity, Release } from './release.ts';

/**
 * The releases, and after each HCPCS release that corrections documents are here for the further prints they make of
 * it, one a document. Releases come in the order of their period and print, as `mergeFiles` gives them.
 */
export function withCorrections(releases: readonly Release[]): readonly Release[] {
  const documents = releases.filter((release) => release.kind === 'hcpcs-corrections') as readonly RecordRelease[];
  if (documents.length === 0) return releases;
  const known: HcpcsRelease[] = [];
  return releases.flatMap((release, i): readonly Release[] => {
    if (release.kind === 'hcpcs-corrections') {
      const isUsed = known.some(({ period }) => period.label === release.period.label);
      return [isUsed ? release : withoutRelease(release as RecordRelease)];
    }
    if (release.kind !== 'hcpcs') return [release];
    const isLastPrint = !releases.slice(i + 1).some((later) => later.kind === 'hcpcs' && isSamePeriod(later, release));
    const prints = isLastPrint
      ? printsOf(
          release,
          documents.filter((document) => isSamePeriod(document, release)),
          earlierThan(known),
        )
      : [];
    known.push(release, ...prints);
    return [release, ...prints];
  });
}

const isSamePeriod = (one: Release, two: Release): boolean => one.period.label === two.period.label;

function withoutRelease(document: RecordRelease): RecordRelease {
  const message = `the release of ${document.period.label} is not here: they are kept and change nothing`;
  return { ...document, oddities: [...document.oddities, { code: 'corrections-without-release', message }] };
}

function printsOf(
  base: HcpcsRelease,
  documents: readonly RecordRelease[],
  earlier: EarlierReleases,
): readonly HcpcsRelease[] {
  const prints: HcpcsRelease[] = [];
  const removed = new Set<string>();
  for (const document of documents) {
    const before = prints[prints.length - 1] ?? base;
    const corrected = applyCorrections(before.records, document.records, earlier, removed);
    const left = new Set(corrected.records.map(({ code }) => code));
    for (const { code } of before.records) if (!left.has(code)) removed.add(code);
    prints.push({
      ...before,
      published: Math.max(before.published, document.published),
      print: base.print + document.print,
      sources: [...before.sources, ...document.sources],
      rowCount: corrected.records.length,
      oddities: [
        summary(before, document, corrected),
        ...missing(document, prints.length),
        ...corrected.oddities.map((oddity) => inDocument(oddity, document)),
      ],
      records: corrected.records,
    });
  }
  return prints;
}

function summary(before: HcpcsRelease, document: RecordRelease, { counts }: Corrected): Oddity {
  const { added, changed, removed, unchanged } = counts;
  const message =
    `print ${before.print} as ${document.sources[0].name} corrects it: ` +
    `${added} codes added, ${changed} changed, ${removed} removed, ${unchanged} as they were`;
  return { code: 'corrected', message };
}

/** Documents are numbered from 1; one that is not here may have said something that the later ones do not repeat. */
function missing(document: RecordRelease, before: number): readonly Oddity[] {
  if (document.print === before + 1) return [];
  const message = `${document.print - 1} documents came before this one and ${before} of them are here`;
  return [{ code: 'corrections-missing', message }];
}

const inDocument = (oddity: Oddity, { sources }: RecordRelease): Oddity => ({
  ...oddity,
  message: `${sources[0].name}: ${oddity.message}`,
});

/** Of each year the newest print, corrected where it was. */
function earlierThan(known: readonly HcpcsRelease[]): EarlierReleases {
  const releases = known.toReversed();
  const find = ({ records }: HcpcsRelease, code: string): HcpcsRecord | undefined =>
    records.find((record) => record.code === code);
  return {
    inYear(year, code) {
      const release = releases.find(({ period }) => period.label === year);
      return (release && find(release, code)) ?? null;
    },
    newest(code) {
      for (const release of releases) {
        const record = find(release, code);
        if (record !== undefined) return record;
      }
      return null;
    },
  };
}
