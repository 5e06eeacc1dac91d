import { escaped } from './escape.ts';
import { CHART_FRAME, chartColour, type Tones } from './tones.ts';

/** Bars of one tone. */
interface Series {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly number[];
}

export interface BarChart {
  readonly title: string;
  /** What is seen in it, in a sentence for who does not see it. */
  readonly description: string;
  /** From top to bottom. */
  readonly labels: readonly string[];
  /** Shorter ones for a phone. */
  readonly shortLabels?: readonly string[];
  readonly series: readonly Series[];
}

const WIDE = { width: 880, label: 300 };
const NARROW = { width: 350, label: 124 };
const ROW = 24;
const AXES = 30;

/** Stacked bars lying down, drawn for a wide screen and for a phone: one of them is shown. */
export async function barFigure({ series, ...rest }: BarChart, tones: Tones): Promise<string> {
  const chart = { ...rest, series: series.filter(({ values }) => values.some((value) => value > 0)) };
  const [wide, narrow] = [
    await drawn(chart, WIDE, tones),
    await drawn({ ...chart, labels: chart.shortLabels ?? chart.labels }, NARROW, tones),
  ];
  return `<figure><figcaption>${escaped(chart.title)}</figcaption>
${legend(chart)}
<div class="wide" role="img" aria-label="${escaped(chart.description)}">${wide}</div>
<div class="narrow" role="img" aria-label="${escaped(chart.description)}">${narrow}</div>
</figure>`;
}

const legend = ({ series }: BarChart): string =>
  series.length < 2
    ? ''
    : `<ul class="legend">${series.map(({ name, colour }) => `<li class="${colour}"><span class="mark"></span>${escaped(name)}</li>`).join('')}</ul>`;

async function drawn({ labels, series }: BarChart, { width, label }: typeof WIDE, tones: Tones): Promise<string> {
  const [core, { BarChart }, { GridComponent }, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([BarChart, GridComponent, SVGRenderer]);
  const height = labels.length * ROW + AXES;
  const chart = core.init(null, null, { renderer: 'svg', ssr: true, width, height });
  const { text, soft, line } = CHART_FRAME;
  chart.setOption({
    animation: false,
    grid: { left: label + 12, right: 36, top: 4, bottom: 24 },
    xAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: width < 500 ? 3 : 5,
      axisLabel: { color: soft, fontSize: 11 },
      splitLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...labels],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: text, fontSize: 12, width: label, overflow: 'truncate', interval: 0 },
    },
    series: series.map(({ name, colour, values }) => ({
      ...{ type: 'bar', name, stack: 'all', silent: true, barMaxWidth: 16, data: [...values] },
      itemStyle: { color: chartColour(tones, colour) },
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return plainSvg(svg);
}

/**
 * Without what a still picture does not need: name spaces, which look like addresses, and marks for the mouse, which
 * are numbered on from chart to chart, so that the same diff would not give the same page.
 */
const plainSvg = (svg: string): string =>
  svg
    .replaceAll(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/ (xmlns(:\w+)?|class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replace('<svg ', '<svg aria-hidden="true" ');
