import { type Day, NOT_A_DAY, OPEN_DAY, parseDay } from '../codes/day.ts';
import { type PackedCode, packCodeText, packModifierText } from '../codes/packed.ts';
import { type PackedDiagnosis, packDiagnosisText } from '../codes/packed-diagnosis.ts';
import type { CodebookRelease } from './codebook.ts';
import type { RecordContext } from './record-answer.ts';
import { DatedSheets, type RecordSheet } from './record-sheet.ts';

/**
 * The billing and coding articles of the Medicare Coverage Database by the codes they list. The newest export speaks
 * for every day: its rows carry their own.
 */
export class CoverageTable {
  private readonly sheets: DatedSheets<'coverage-articles', CoverageSheet>;

  constructor(context: RecordContext) {
    this.sheets = new DatedSheets('coverage-articles', context, (sheet) => new CoverageSheet(sheet));
  }

  get release(): CodebookRelease {
    return this.sheets.release(this.sheets.count - 1);
  }

  /** The articles that list a code, in any state and on any day; an empty list for most codes. */
  policies(code: PackedCode): readonly CoveragePolicy[] {
    return this.newest.byCode.get(code) ?? NO_POLICIES;
  }

  /** An article by its row. */
  policy(row: number): CoveragePolicy {
    return this.newest.policies[row];
  }

  private get newest(): CoverageSheet {
    return this.sheets.at(this.sheets.count - 1);
  }
}

const NO_POLICIES: readonly CoveragePolicy[] = [];

/** A version of an article. */
export class CoveragePolicy {
  readonly row: number;
  /** `A52451`. */
  readonly id: string;
  /** First and last day of this version; OPEN_DAY where it has not ended. */
  readonly from: Day;
  readonly to: Day;
  /** First day of the article's first version. */
  readonly firstDay: Day;
  private readonly sheet: RecordSheet<'coverage-articles'>;
  private readonly states: ReadonlySet<number>;
  private groups: {
    readonly covered: readonly DiagnosisGroup[];
    readonly noncovered: readonly DiagnosisGroup[];
  } | null = null;

  constructor(sheet: RecordSheet<'coverage-articles'>, row: number) {
    const text = (field: Parameters<typeof sheet.text>[0]): string => sheet.text(field, row);
    this.sheet = sheet;
    this.row = row;
    this.id = sheet.key(row);
    this.firstDay = dayOr(text('effective'), NOT_A_DAY);
    this.from = dayOr(text('revised'), this.firstDay);
    this.to = dayOr(text('ended'), OPEN_DAY);
    this.states = new Set(words(text('states')).map(packModifierText));
  }

  get version(): string {
    return this.sheet.text('version', this.row);
  }

  get title(): string {
    return this.sheet.text('title', this.row);
  }

  /** `L33777 L34567`: the determinations it belongs to. */
  get lcds(): string {
    return this.sheet.text('lcds', this.row);
  }

  get contractors(): string {
    return this.sheet.text('contractors', this.row);
  }

  get codes(): readonly string[] {
    return words(this.sheet.text('codes', this.row));
  }

  /** Whether a state (packed as a modifier is) is one of its contractors'. */
  isIn(state: number): boolean {
    return this.states.has(state);
  }

  /** Whether it lists diagnoses at all: others say no more than that a code is billed so. */
  get listsDiagnoses(): boolean {
    return this.covered.length > 0 || this.noncovered.length > 0;
  }

  get covered(): readonly DiagnosisGroup[] {
    return this.read().covered;
  }

  get noncovered(): readonly DiagnosisGroup[] {
    return this.read().noncovered;
  }

  private read() {
    if (this.groups === null) {
      const combined = new Set(words(this.sheet.text('combined', this.row)));
      this.groups = {
        covered: groupsIn(this.sheet.text('covered', this.row), combined),
        noncovered: groupsIn(this.sheet.text('noncovered', this.row), new Set()),
      };
    }
    return this.groups;
  }
}

/** One group of diagnoses of an article. */
export interface DiagnosisGroup {
  readonly number: string;
  /** Whether its paragraph speaks of several diagnoses together: one of them alone may not do. */
  readonly isCombined: boolean;
  has(diagnosis: PackedDiagnosis): boolean;
}

function groupsIn(text: string, combined: ReadonlySet<string>): DiagnosisGroup[] {
  return text.split('|').flatMap((group) => {
    const [number, ...codes] = words(group);
    if (codes.length === 0) return [];
    const members = new Set(codes.map(packDiagnosisText));
    return [{ number, isCombined: combined.has(number), has: (diagnosis) => members.has(diagnosis) }];
  });
}

class CoverageSheet {
  readonly policies: readonly CoveragePolicy[];
  readonly byCode = new Map<PackedCode, CoveragePolicy[]>();

  constructor(sheet: RecordSheet<'coverage-articles'>) {
    this.policies = Array.from({ length: sheet.count }, (_, row) => new CoveragePolicy(sheet, row));
    for (const policy of this.policies) {
      for (const code of policy.codes) {
        const packed = packCodeText(code);
        const others = this.byCode.get(packed);
        if (others === undefined) this.byCode.set(packed, [policy]);
        else others.push(policy);
      }
    }
  }
}

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

function dayOr(text: string, otherwise: Day): Day {
  const day = parseDay(text);
  return day === NOT_A_DAY ? otherwise : day;
}
