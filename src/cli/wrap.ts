/**
 * Breaks a text at spaces so that no line passes `width`; lines after the first are indented by `indent`.
 *
 * @example
 * wrap('one two three', 10, 2) // 'one two\n  three'
 */
export function wrap(text: string, width: number, indent: number): string {
  const room = Math.max(20, width - indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join(`\n${' '.repeat(indent)}`);
}
