/** Colours that mean something on a page: name → colour on a light and on a dark page. */
export type Tones = Readonly<Record<string, readonly [light: string, dark: string]>>;

/** Colours in the charts stand for these, which the style sheet gives in light and dark. */
export const CHART_FRAME = { text: '#0a0007', soft: '#0a0008', line: '#0a0009' } as const;

const FIRST_TONE = 0x0a0010;

/** The colour that stands for a tone in a chart. */
export const chartColour = (tones: Tones, tone: string): string =>
  `#${(FIRST_TONE + Object.keys(tones).indexOf(tone)).toString(16).padStart(6, '0')}`;

/** Style of the tones: a class for each, its colour as `--tone`, and the charts drawn in them. */
export function toneStyle(tones: Tones): string {
  const names = Object.keys(tones);
  const variables = (scheme: 0 | 1): string => names.map((name) => `--${name}:${tones[name][scheme]}`).join(';');
  const colours = [...Object.entries(CHART_FRAME), ...names.map((name) => [name, chartColour(tones, name)] as const)];
  return `
:root{${variables(0)}}
@media (prefers-color-scheme:dark){:root{${variables(1)}}}
${names.map((name) => `.${name}{--tone:var(--${name})}`).join('')}
${colours.map(([name, colour]) => `svg [fill="${colour}"]{fill:var(--${name})}svg [stroke="${colour}"]{stroke:var(--${name})}`).join('\n')}
`;
}
