/** A piece of text on a page: its lower left corner in points, and the text. */
export type Placed = readonly [x: number, y: number, text: string];

/** A small PDF with text where it is said, in Helvetica of 12 points, nothing packed. */
export function pdfOf(pages: readonly (readonly Placed[])[]): Uint8Array {
  const first = 4;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  pages.forEach((placed, i) => {
    const text = placed
      .map(([x, y, words]) => `1 0 0 1 ${x} ${y} Tm (${words.replace(/[\\()]/g, '\\$&')}) Tj`)
      .join('\n');
    const content = `BT /F1 12 Tf\n${text}\nET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  });
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(
    Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}${trailer}`, 'latin1'),
  );
}

/** Lines from the top of a page: each a left edge and a text, or several of them. */
export const lines = (...rows: readonly (readonly [x: number, text: string][])[]): Placed[] =>
  rows.flatMap((row, i) => row.map(([x, text]): Placed => [x, 700 - 14 * i, text]));

export const INDEX_PDF = pdfOf([
  lines(
    [
      [72, '2018 HCPCS Alpha-Numeric Index'],
      [533, '1'],
    ],
    [[131, 'HCPCS 2018 Index']],
    [[72, 'Questions should be submitted to the insurer.']],
    [[72, 'A']],
    [[72, 'Abdomen']],
    [[81, 'dressing holder/binder, A4462']],
    [[81, 'pad, low profile, L1270']],
    [[72, 'Accessories (see also Wheelchair), E0950-E1298, A4636,']],
    [[90, 'A4637']],
    [[72, 'Corvert, see Ibutilide fumarate']],
  ),
  lines(
    [
      [90, '2018 HCPCS Alpha-Numeric Index'],
      [527, '2'],
    ],
    [[72, 'Sodium']],
    [[81, 'hyaluronate']],
    [[91, 'Euflexxa, J7323']],
    [[94, 'Visco-3, J7321']],
    [[72, 'Alone']],
    [[72, 'Chemotherapy, Q0083-Q0085 (hospital only)']],
    [[72, 'Last Updated December 16, 2016']],
  ),
]);

export const DRUGS_PDF = pdfOf([
  lines(
    [[187, '2018 Table of Drugs']],
    [[54, 'IV - Intravenous administration']],
    [[54, 'A']],
    [
      [54, 'Abatacept'],
      [325, '10 mg'],
      [444, 'IV'],
      [505, 'J0129'],
    ],
    [[54, 'Orencia, see Abatacept']],
    [[54, 'Immune globulin']],
    [
      [67, 'Bivigam'],
      [322, '500 mg'],
      [444, 'IV'],
      [505, 'J1556'],
    ],
    [
      [54, 'Methylprednisolone'],
      [325, '20 mg'],
      [443, 'IM'],
      [505, 'J1020'],
    ],
    [
      [325, '40 mg'],
      [443, 'IM'],
      [505, 'J1030'],
    ],
    [[54, 'Celestone, see Betamethasone acetate']],
    [[60, 'and betamethasone sodium phosphate']],
    [
      [54, 'Factor VIII (anti-hemophilic factor, per'],
      [325, 'per IU'],
      [444, 'IV J7182, J7185,'],
    ],
    [[505, 'J7188']],
    [[60, 'person)']],
    [
      [54, 'Ketorolac'],
      [315, 'per 15 mg'],
      [434, 'IM, IV'],
      [505, 'J1885'],
    ],
    [[330, 'by needle']],
    [
      [54, 'Nusinersen'],
      [154, '0.1 mg IV'],
      [226, 'J2326'],
    ],
    [
      [54, 'Kyleena'],
      [330, '19.5 mg'],
    ],
    [[375, '1']],
  ),
]);
