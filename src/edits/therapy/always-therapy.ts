/**
 * Codes that are always therapy although the fee schedule does not reduce them with other therapy (multiple procedure
 * indicator 5): bundled, add-on or priced by the contractor.
 */
export const ALWAYS_THERAPY = ['92605', '92606', '92608', '92618', '97039', '97139', '97799'];
