/** Segment ids as numbers: their ASCII bytes, so that the reader compares integers. */
const id = (text: string): number => [...text].reduce((number, letter) => number * 256 + letter.charCodeAt(0), 0);

export const ISA = id('ISA');
export const GS = id('GS');
export const ST = id('ST');
export const SE = id('SE');
export const GE = id('GE');
export const IEA = id('IEA');
export const TA1 = id('TA1');
export const BHT = id('BHT');
export const HL = id('HL');
export const CLM = id('CLM');
export const SBR = id('SBR');
export const NM1 = id('NM1');
export const PRV = id('PRV');
export const REF = id('REF');
export const LX = id('LX');
export const SV1 = id('SV1');
export const SV2 = id('SV2');
export const DTP = id('DTP');

export const N3 = id('N3');
export const N4 = id('N4');
export const HI = id('HI');
export const DMG = id('DMG');
/** Read only when an edit asks for what stands beside the lines. */
export const CL1 = id('CL1');
export const CTP = id('CTP');
export const LIN = id('LIN');
export const NTE = id('NTE');

/** Segments of an 837P or 837I that hold nothing the edits read. */
export const PASSED_OVER: ReadonlySet<number> = new Set(
  (
    'BHT CUR N2 N3 N4 PER PAT DMG PWK CN1 AMT K3 NTE CR1 CR2 CR3 CR4 CR5 CR6 CRC HI HCP HSD CAS OI MOA MIA ' +
    'SV5 SV4 MEA QTY PS1 LIN CTP SVD LQ FRM UM TOO CL1'
  )
    .split(' ')
    .map(id),
);
