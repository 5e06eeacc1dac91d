/** `MAC-LOCALITY`: five digits and two; a spreadsheet drops leading zeros. Null where one is none. */
export function localityKey(mac: string, locality: string): string | null {
  if (!/^\d{4,5}$/.test(mac) || !/^\d{1,2}$/.test(locality)) return null;
  return `${mac.padStart(5, '0')}-${locality.padStart(2, '0')}`;
}
