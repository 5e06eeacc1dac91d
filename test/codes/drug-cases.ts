/**
 * CMS long descriptors (public, Level II) with what a person reads in them: dose, content beside it, substances.
 * `q` is `BOUND NUMBER UNIT`, the bound left out where it is exact; null where one unit is the whole.
 */
export interface DrugCase {
  readonly text: string;
  readonly dose: string | null;
  readonly substance: string;
  readonly content?: string;
  readonly ingredients?: readonly string[];
  readonly perVolume?: string;
}

const one = (text: string, dose: string | null, substance: string, more: Partial<DrugCase> = {}): DrugCase => ({
  text,
  dose,
  substance,
  ...more,
});

export const DRUG_CASES: readonly DrugCase[] = [
  // An amount and its unit, in CMS's spellings.
  one('Injection, abatacept, 10 mg (code may be used for medicare when drug administered)', '10 mg', 'abatacept'),
  one('Injection, argatroban, per 5 mg', '5 mg', 'argatroban'),
  one('Injection, aprepitant, 1mg', '1 mg', 'aprepitant'),
  one('Injection, regadenoson, 0.1 mg', '0.1 mg', 'regadenoson'),
  one('Injection abciximab, 10 mg', '10 mg', 'abciximab'),
  one('Inj, tebentafusp-tebn, 1 mcg', '1 mcg', 'tebentafusp-tebn'),
  one('Injection, burosumab-twza 1 mg', '1 mg', 'burosumab-twza'),
  one('Injection, iron dextran, 50 mg', '50 mg', 'iron dextran'),
  one('Injection, epoetin beta, 1 microgram, (for esrd on dialysis)', '1 mcg', 'epoetin beta'),
  one('Injection, filgrastim-ayow, biosimilar, (releuko), 1 microgram', '1 mcg', 'filgrastim-ayow'),
  one('Mometasone furoate sinus implant, 10 micrograms (sinuva)', '10 mcg', 'mometasone furoate sinus'),
  one('Injection, ampicillin sodium, 500 mg', '500 mg', 'ampicillin sodium'),
  one('Injection, cefotaxime sodium, per gm', '1 g', 'cefotaxime sodium'),
  one('Injection, urea, up to 40 gm', 'up to 40 g', 'urea'),
  one('Acetylcysteine, inhalation solution, compounded product, unit dose form, per gram', '1 g', 'acetylcysteine'),
  one('Atropine, inhalation solution, compounded product, concentrated form, per milligram', '1 mg', 'atropine'),
  one('Injection, chlorpromazine hcl, up to 50 mg', 'up to 50 mg', 'chlorpromazine hcl'),
  one('Injection, vitamin b-12 cyanocobalamin, up to 1000 mcg', 'up to 1000 mcg', 'vitamin b-12 cyanocobalamin'),
  one('Injection, oxytocin, up to 10 units', 'up to 10 unit', 'oxytocin'),
  one('Insulin for administration through dme (i.e., insulin pump) per 50 units', '50 unit', 'insulin'),
  one('Injection, streptokinase, per 250,000 iu', '250000 IU', 'streptokinase'),
  one('Injection, tinzaparin sodium, 1000 iu', '1000 IU', 'tinzaparin sodium'),
  one('Injection, chorionic gonadotropin, per 1,000 usp units', '1000 USP unit', 'chorionic gonadotropin'),
  one('Injection, aprotonin, 10,000 kiu', '10000 KIU', 'aprotonin'),
  one('Injection, potassium chloride, per 2 meq', '2 mEq', 'potassium chloride'),
  one('Injection, interferon, gamma 1-b, 3 million units', '3000000 unit', 'interferon'),
  one(
    'Injection, talimogene laherparepvec, per 1 million plaque forming units',
    '1000000 PFU',
    'talimogene laherparepvec',
  ),
  one(
    'Injection, voretigene neparvovec-rzyl, 1 billion vector genomes',
    '1000000000 vector genome',
    'voretigene neparvovec-rzyl',
  ),
  one('Infusion, normal saline solution , 1000 cc', '1000 ml', 'normal saline'),
  one('Ringers lactate infusion, up to 1000 cc', 'up to 1000 ml', 'ringers lactate infusion'),
  one('Infusion, normal saline solution, sterile (500 ml = 1 unit)', '500 ml', 'normal saline'),
  one('Injection, gadoterate meglumine, 0.1 ml', '0.1 ml', 'gadoterate meglumine'),
  one('Injection, gadoteridol, (prohance multipack), per ml', '1 ml', 'gadoteridol'),
  one('Oral magnetic resonance contrast agent, per 100 ml', '100 ml', 'magnetic resonance contrast agent'),
  one('Apligraf, per square centimeter', '1 cm2', 'apligraf'),
  one('Novafix, per square cenitmeter', '1 cm2', 'novafix'),
  one('Capsaicin 8% patch, per 10 square centimeters', '10 cm2', 'capsaicin 8%'),
  one('Collagen nerve cuff (neuromatrix), per 0.5 centimeter length', '0.5 cm', 'collagen nerve cuff'),
  // Numbers in names are no amounts.
  one('Injection, interferon beta-1a, 11 mcg for intramuscular use', '11 mcg', 'interferon beta-1a'),
  one('Injection, c-1 esterase inhibitor (human), haegarda, 10 units', '10 unit', 'c-1 esterase inhibitor'),
  one('Neox 100 or clarix 100, per square centimeter', '1 cm2', 'neox 100 or clarix 100'),
  one('Neothelium 4l, per square centimeter', '1 cm2', 'neothelium 4l'),
  one('Gallium ga-68, dotatoc, diagnostic, 0.01 mci', '0.01 mCi', 'gallium ga-68'),
  one('Injection, factor viii (antihemophilic factor, recombinant) (nuwiq), 1 i.u.', '1 IU', 'factor viii'),
  one('Factor viii (antihemophilic factor (porcine)), per i.u.', '1 IU', 'factor viii'),
  one(
    'Prothrombin complex concentrate (human), kcentra, per i.u. of factor ix activity',
    '1 IU',
    'prothrombin complex concentrate',
  ),
  one('Injection, von willebrand factor complex (humate-p), per iu vwf:rco', '1 IU', 'von willebrand factor complex'),
  one(
    'Injection, crotalidae polyvalent immune fab (ovine), up to 1 gram',
    'up to 1 g',
    'crotalidae polyvalent immune fab',
  ),
  one('Injection, centruroides immune f(ab)2, up to 120 milligrams', 'up to 120 mg', 'centruroides immune f(ab)2'),
  // Packages and doses, and what they hold.
  one('Injection, pantoprazole sodium, per vial', '1 vial', 'pantoprazole sodium'),
  one('Injection, aldesleukin, per single use vial', '1 vial', 'aldesleukin'),
  one('Bcg (intravesical) per instillation', '1 instillation', 'bcg'),
  one('Xenon xe-129 hyperpolarized gas, diagnostic, per study dose', '1 study dose', 'xenon xe-129 hyperpolarized gas'),
  one(
    'Technetium tc-99m medronate, diagnostic, per study dose, up to 30 millicuries',
    '1 study dose',
    'technetium tc-99m medronate',
    {
      content: 'up to 30 mCi',
    },
  ),
  one('Choline c-11, diagnostic, per study dose up to 20 millicuries', '1 study dose', 'choline c-11', {
    content: 'up to 20 mCi',
  }),
  one(
    'Yttrium y-90 ibritumomab tiuxetan, therapeutic, per treatment dose, up to 40 millicuries',
    '1 treatment dose',
    'yttrium y-90 ibritumomab tiuxetan',
    {
      content: 'up to 40 mCi',
    },
  ),
  one(
    'Tisagenlecleucel, up to 600 million car-positive viable t cells, including leukapheresis and dose preparation procedures, per therapeutic dose',
    '1 therapeutic dose',
    'tisagenlecleucel',
    {
      content: 'up to 600000000 cell',
    },
  ),
  one(
    'Sipuleucel-t, minimum of 50 million autologous cd54+ cells activated with pap- gm-csf, including leukapheresis, per infusion',
    '1 infusion',
    'sipuleucel-t',
    {
      content: 'at least 50000000 cell',
    },
  ),
  one(
    'Injection, onasemnogene abeparvovec-xioi, per treatment, up to 5x10^15 vector genomes',
    '1 treatment',
    'onasemnogene abeparvovec-xioi',
    {
      content: 'up to 5000000000000000 vector genome',
    },
  ),
  one(
    'Injection, hexaminolevulinate hydrochloride, 100 mg, per study dose',
    '1 study dose',
    'hexaminolevulinate hydrochloride',
    {
      content: '100 mg',
    },
  ),
  one(
    'Hyaluronan or derivative, durolane, for intra-articular injection, per dose',
    '1 dose',
    'hyaluronan or derivative',
  ),
  one('Contraceptive supply, hormone containing patch, each', '1 each', 'contraceptive supply'),
  one(
    'Bupropion hcl sustained release tablet, 150 mg, per bottle of 60 tablets',
    '1 bottle',
    'bupropion hcl sustained release',
  ),
  // The billing unit and the most that the code is for.
  one(
    'Iodine i-123 sodium iodide, diagnostic, per 100 microcuries, up to 999 microcuries',
    '100 uCi',
    'iodine i-123 sodium iodide',
    {
      content: 'up to 999 uCi',
    },
  ),
  one(
    'Injection, hyaluronidase, ovine, preservative free, per 1 usp unit (up to 999 usp units)',
    '1 USP unit',
    'hyaluronidase',
    {
      content: 'up to 999 USP unit',
    },
  ),
  one(
    'Technetium tc-99m tilmanocept, diagnostic, up to 0.5 millicuries',
    'up to 0.5 mCi',
    'technetium tc-99m tilmanocept',
  ),
  // Tiers.
  one('Injection, gamma globulin, intramuscular, over 10 cc', 'more than 10 ml', 'gamma globulin'),
  one(
    'Buprenorphine/naloxone, oral, less than or equal to 3 mg buprenorphine',
    'at most 3 mg',
    'buprenorphine and naloxone',
  ),
  one(
    'Buprenorphine/naloxone, oral, greater than 3 mg, but less than or equal to 6 mg buprenorphine',
    'between 3 and 6 mg',
    'buprenorphine and naloxone',
  ),
  one(
    'Injection, buprenorphine extended release (brixadi), greater than 7 days and up to 28 days of therapy',
    'between 7 and 28 day of therapy',
    'buprenorphine',
  ),
  // Combinations.
  one('Injection, fosnetupitant 235 mg and palonosetron 0.25 mg', '235 mg', 'fosnetupitant and palonosetron', {
    ingredients: ['fosnetupitant 235 mg', 'palonosetron 0.25 mg'],
  }),
  one('Injection, cabotegravir and rilpivirine, 2mg/3mg', '2 mg', 'cabotegravir and rilpivirine', {
    ingredients: ['cabotegravir 2 mg', 'rilpivirine 3 mg'],
  }),
  one('Injection, meropenem and vaborbactam, 10mg/10mg (20mg)', '20 mg', 'meropenem and vaborbactam', {
    ingredients: ['meropenem 10 mg', 'vaborbactam 10 mg'],
  }),
  one(
    'Injection, piperacillin sodium/tazobactam sodium, 1 gram/0.125 grams (1.125 grams)',
    '1.125 g',
    'piperacillin sodium and tazobactam sodium',
    {
      ingredients: ['piperacillin sodium 1 g', 'tazobactam sodium 0.125 g'],
    },
  ),
  one(
    'Injection, imipenem 4 mg, cilastatin 4 mg and relebactam 2 mg',
    '4 mg',
    'imipenem and cilastatin and relebactam',
    {
      ingredients: ['imipenem 4 mg', 'cilastatin 4 mg', 'relebactam 2 mg'],
    },
  ),
  one('Injection, liposomal, 1 mg daunorubicin and 2.27 mg cytarabine', '1 mg', 'daunorubicin and cytarabine', {
    ingredients: ['daunorubicin 1 mg', 'cytarabine 2.27 mg'],
  }),
  one('Injection, daratumumab, 10 mg and hyaluronidase-fihj', '10 mg', 'daratumumab and hyaluronidase-fihj', {
    ingredients: ['daratumumab 10 mg', 'hyaluronidase-fihj'],
  }),
  one(
    'Injection, droperidol and fentanyl citrate, up to 2 ml ampule',
    'up to 2 ml',
    'droperidol and fentanyl citrate',
    {
      ingredients: ['droperidol', 'fentanyl citrate'],
    },
  ),
  one(
    'Albuterol, up to 2.5 mg and ipratropium bromide, up to 0.5 mg, fda-approved final product, non-compounded, administered through dme',
    'up to 2.5 mg',
    'albuterol and ipratropium bromide',
    {
      ingredients: ['albuterol 2.5 mg', 'ipratropium bromide 0.5 mg'],
    },
  ),
  one('Carbidopa 5 mg/levodopa 20 mg enteral suspension, 100 ml', '100 ml', 'carbidopa and levodopa enteral', {
    ingredients: ['carbidopa 5 mg', 'levodopa enteral 20 mg'],
  }),
  one('Lidocaine 70 mg/tetracaine 70 mg, per patch', '1 patch', 'lidocaine and tetracaine', {
    content: '70 mg',
    ingredients: ['lidocaine 70 mg', 'tetracaine 70 mg'],
  }),
  // Strengths are no doses where a dose stands beside them.
  one('Injection, torsemide, 10 mg/ml', '10 mg', 'torsemide', { perVolume: '1 ml' }),
  one('An invented drug, oral, 250 mg/5 ml', '250 mg', 'an invented drug', { perVolume: '5 ml' }),
  one('An invented drug, 0.5 mg/ml, per 10 ml', '10 ml', 'an invented drug'),
  one('Palingen or promatrx, 0.36 mg per 0.25 cc', '0.36 mg', 'palingen or promatrx', { perVolume: '0.25 ml' }),
  one('Cellesta flowable amnion (25 mg per cc); per 0.5 cc', '0.5 ml', 'cellesta flowable amnion'),
  one('Keroxx (2.5g/cc), 1cc', '1 ml', 'keroxx'),
  one(
    'Low osmolar contrast material, 300-399 mg/ml iodine concentration, per ml',
    '1 ml',
    'low osmolar contrast material',
  ),
  one('Injection, mannitol, 25% in 50 ml', '50 ml', 'mannitol'),
  one('Injection, dexamethasone 9%, intraocular, 1 mcg', '1 mcg', 'dexamethasone 9%'),
  one(
    'Aminolevulinic acid hcl for topical administration, 20%, single unit dosage form (354 mg)',
    '354 mg',
    'aminolevulinic acid hcl',
  ),
  one('Injection, thyrotropin alpha, 0.9 mg, provided in 1.1 mg vial', '0.9 mg', 'thyrotropin alpha'),
  one(
    'Ethinyl estradiol and etonogestrel 0.015mg, 0.12mg per 24 hours; monthly vaginal ring, each',
    '1 each',
    'ethinyl estradiol and etonogestrel',
  ),
  // For what has no code of its own.
  one('Unclassified drugs', null, 'unclassified drugs'),
  one('Not otherwise classified, antineoplastic drugs', null, 'antineoplastic drugs'),
  one('Injection, acetaminophen, not otherwise specified,10 mg', '10 mg', 'acetaminophen'),
];

/** Descriptors that state no amount. */
export const NO_AMOUNTS: readonly string[] = [
  'Intrauterine copper contraceptive',
  'Nasal vaccine inhalation',
  'Influenza virus vaccine, split virus, when administered to individuals 3 years of age and older, for intramuscular use (fluzone)',
  'Cast supplies, long arm cast, adult (11 years +), plaster',
  'Telephone calls by a registered nurse; per month',
  'Office visit; each 15 minutes',
  '',
];
