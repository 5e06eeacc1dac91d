import type { CodeAnswer, Codebook, When } from '../codebook/codebook.ts';
import { type Day, isoDay, isoDayOrOpen, OPEN_DAY } from '../codes/day.ts';
import { decodeRecord, numbered } from '../codes/decode-record.ts';
import { isDrugCode } from '../codes/drug-codes.ts';
import type { CodeFacts, CodeStatus, KnownFacts } from './code-facts.ts';

type Listed = Extract<CodeAnswer, { status: 'listed' }>;

/** What the HCPCS releases say of a code or modifier that they list. */
export async function listedFacts(codebook: Codebook, answer: Listed, when: When): Promise<KnownFacts> {
  const { code, fields, release, windowRelease, from, to } = answer.entry;
  const { betos, ...decoded } = decodeRecord(fields);
  const status = standing(answer, when.on);
  return {
    status,
    description: fields.longDescription,
    shortDescription: fields.shortDescription,
    release: release.id,
    from: isoDay(from),
    to: isoDayOrOpen(to),
    windowRelease: windowRelease.id,
    ...decoded,
    betos: betos?.code ?? null,
    betosName: betos?.name ?? null,
    crossReferences: numbered(fields, 'crossReference'),
    replacedBy: status === 'terminated' ? await successors(codebook, code, when) : [],
    drug: isDrugCode(code) ? await drugFacts(fields.longDescription) : null,
  };
}

function standing({ inForce, entry: { from, to } }: Listed, on: Day): CodeStatus {
  if (inForce) return 'valid';
  if (on < from) return 'not-yet-valid';
  return to !== OPEN_DAY && on > to ? 'terminated' : 'not-in-force';
}

async function successors(codebook: Codebook, code: string, when: When): Promise<CodeFacts['replacedBy']> {
  const { codeSuccessors } = await import('../codebook/successors.ts');
  return codeSuccessors(codebook, code, when);
}

async function drugFacts(description: string): Promise<CodeFacts['drug']> {
  const { parseDrugDescriptor } = await import('../codes/drug-descriptor.ts');
  const read = parseDrugDescriptor(description);
  if (read.kind !== 'drug') return null;
  const { kind, ...drug } = read;
  return drug;
}
