/** Words of drug descriptors that are no part of the substance, as CMS writes them (lower case). */

/** How it comes or is given, at the head of a descriptor: `Injection, …`. */
export const LEAD = /^(injection|inj|infusion|instillation|intravesical instillation|injection\/implantation|oral)\b/;

/** Ways of giving it. */
export const ROUTES = [
  'epidural',
  'inhalation',
  'intra-articular',
  'intramuscular',
  'intraocular',
  'intrathecal',
  'intravenous',
  'intravesical',
  'intravitreal',
  'nasal',
  'ophthalmic',
  'oral',
  'rectal',
  'subcutaneous',
  'suprachoroidal',
  'topical',
  'urethral',
  'vaginal',
] as const;

/** What it comes as. */
export const FORMS = [
  'capsule',
  'concentrated form',
  'extended-release',
  'extended release',
  'gel',
  'implant',
  'inhalation solution',
  'insert',
  'kit',
  'liposomal',
  'lyophilized',
  'microsphere',
  'non-lyophilized',
  'patch',
  'pegylated',
  'pellet',
  'powder',
  'preservative free',
  'preservative-free',
  'protein-bound',
  'solution',
  'spray',
  'suppository',
  'suspension',
  'tablet',
  'unit dose form',
] as const;

/** Salts, esters and hydrates in a substance's name. */
export const SALTS = [
  'acetate',
  'acetonide',
  'besylate',
  'bitartrate',
  'bromide',
  'calcium',
  'chloride',
  'citrate',
  'cypionate',
  'decanoate',
  'dihydrate',
  'dimeglumine',
  'disodium',
  'edisylate',
  'enanthate',
  'fumarate',
  'gluceptate',
  'gluconate',
  'hcl',
  'hydrobromide',
  'hydrochloride',
  'isethionate',
  'lactate',
  'maleate',
  'meglumine',
  'mesylate',
  'nitrate',
  'palmitate',
  'pamoate',
  'phosphate',
  'potassium',
  'sodium',
  'succinate',
  'sulfate',
  'tartrate',
  'tosylate',
  'trisodium',
  'tromethamine',
  'undecanoate',
  'valerate',
] as const;

/** What CMS puts in parentheses that is no trade name: where it comes from, how it is given, how to use the code. */
export const NO_BRAND = new RegExp(
  `^(?:${[
    ...['human', 'bovine', 'equine', 'murine', 'ovine', 'porcine', 'rabbit', 'recombinant', 'antihemophilic'],
    ...['intramuscular', 'intraves', 'intravenous', 'iv', 'subcutaneous', 'contraceptive', 'lyophilized', 'pfu'],
    ...['code ', 'e\\.g\\.', 'for ', 'i\\.e\\.', 'in ', 'including', 'list ', 'loading', 'central ', 'see ', 'up to'],
    ...[
      'administered',
      'non',
      'nos$',
      'noc$',
      'not ',
      'when ',
      'with',
      'adult',
      'pediatric',
      'ivig',
      'cap$',
      '\\W*\\d',
    ],
  ].join('|')})`,
);

/** Codes for what has no code of its own. */
export const NOT_CLASSIFIED =
  /\b(?:not otherwise (?:classified|specified)|unclassified|unspecified|nos|noc|unlisted)\b/;

/**
 * Words by which CMS makes its set of codes that need a description on the claim (Medicare FFS editing, "Not Otherwise
 * Classified" codes), and miscellaneous, which its list of such HCPCS codes has too.
 */
const UNLISTED =
  /\b(?:not otherwise|unclassified|unspecified|nos|noc|unlisted|not listed|not elsewhere|non-specified|miscellaneous)\b/i;
/** Quality measures and demonstrations whose reasons are "not otherwise specified". */
const QUALITY = /^G[89]|^M1/;

/** Whether a Level II code's long descriptor says that it is for what has no code of its own. */
export const isUnlistedDescriptor = (code: string, descriptor: string): boolean =>
  UNLISTED.test(descriptor) && !QUALITY.test(code);
