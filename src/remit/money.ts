/** Cents as dollars without zeros at the end, as X12 has decimals: `12.5`. */
export function money(cents: number): string {
  const size = Math.abs(cents);
  const rest = size % 100;
  const decimals = rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`.replace(/0$/, '');
  return `${cents < 0 ? '-' : ''}${Math.floor(size / 100)}${decimals}`;
}
