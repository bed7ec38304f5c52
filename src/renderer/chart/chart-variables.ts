import { wash, type ChartTheme } from './chart-theme.ts';

/** The canvas colours for the parts that are not on the canvas. Set through the CSSOM, which a strict style-src allows. */
export function setChartVariables(element: HTMLElement, theme: ChartTheme): void {
  const values = {
    background: theme.background,
    plate: `color-mix(in srgb, ${theme.background} 88%, transparent)`,
    text: theme.text,
    'strong-text': theme.strongText,
    up: theme.up,
    down: theme.down,
    cursor: theme.cursor,
    label: theme.label.ink,
    'label-wash': wash(theme.label, 0.3),
    average: theme.average,
    vwap: theme.vwap,
    range: theme.range,
    prediction: theme.prediction.ink,
    'second-prediction': theme.secondPrediction.ink,
  };
  for (const [name, value] of Object.entries(values)) element.style.setProperty(`--chart-${name}`, value);
}
