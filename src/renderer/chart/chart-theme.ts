import type { ChartThemeName } from './chart-types.ts';

/** What a span is drawn with: `ink` for lines and badges, `onInk` for text on them, `wash` as red, green, blue of the shading. */
export interface SpanColours {
  readonly ink: string;
  readonly onInk: string;
  readonly wash: readonly [number, number, number];
}

/**
 * Colours of everything on the canvas. Up and down are blue and orange, labels green and predictions purple: four hues
 * that stay apart for the common kinds of colour blindness, and each pair differs in shape as well (hollow and filled
 * candles, filled and dashed spans).
 */
export interface ChartTheme {
  readonly background: string;
  readonly text: string;
  readonly strongText: string;
  readonly grid: string;
  readonly border: string;
  readonly crosshair: string;
  readonly crosshairLabel: string;
  readonly up: string;
  readonly down: string;
  readonly volumeUp: string;
  readonly volumeDown: string;
  readonly label: SpanColours;
  readonly prediction: SpanColours;
  /** Without a hue: there is none left that stays apart from all the others. */
  readonly secondPrediction: SpanColours;
  readonly cursor: string;
  readonly cursorWash: string;
  readonly pending: SpanColours;
  readonly measure: SpanColours;
  readonly outside: string;
  readonly windowEdge: string;
  readonly probabilityLow: string;
  /** First bar of a day, and of the regular hours in it. */
  readonly dayLine: string;
  readonly sessionLine: string;
  /** Lines over the candles and in panes of their own. */
  readonly average: string;
  readonly vwap: string;
  readonly range: string;
  /** Of feature lanes, as red, green, blue: the hues of up and down. */
  readonly lanePositive: readonly [number, number, number];
  readonly laneNegative: readonly [number, number, number];
}

export const CHART_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif";

const DARK: ChartTheme = {
  background: '#12161d',
  text: '#93a1b1',
  strongText: '#dce4ec',
  grid: 'rgba(148, 170, 196, 0.07)',
  border: '#232c38',
  crosshair: '#6d7c8e',
  crosshairLabel: '#37465a',
  up: '#5fb0e5',
  down: '#e2894a',
  volumeUp: 'rgba(95, 176, 229, 0.28)',
  volumeDown: 'rgba(226, 137, 74, 0.28)',
  label: { ink: '#35c29b', onInk: '#06231b', wash: [53, 194, 155] },
  prediction: { ink: '#d98acb', onInk: '#2a0f26', wash: [217, 138, 203] },
  secondPrediction: { ink: '#e6edf5', onInk: '#12161d', wash: [230, 237, 245] },
  cursor: '#f0d46a',
  cursorWash: 'rgba(240, 212, 106, 0.14)',
  pending: { ink: '#f0d46a', onInk: '#2a2305', wash: [240, 212, 106] },
  measure: { ink: '#b3c3d6', onInk: '#12161d', wash: [159, 184, 212] },
  outside: 'rgba(9, 12, 17, 0.58)',
  windowEdge: 'rgba(148, 170, 196, 0.45)',
  probabilityLow: '#6f7f92',
  dayLine: 'rgba(148, 170, 196, 0.34)',
  sessionLine: 'rgba(148, 170, 196, 0.4)',
  average: '#a79bff',
  vwap: '#5ad8e6',
  range: '#b3c3d6',
  lanePositive: [95, 176, 229],
  laneNegative: [226, 137, 74],
};

const LIGHT: ChartTheme = {
  background: '#ffffff',
  text: '#5a6877',
  strongText: '#17212c',
  grid: 'rgba(40, 60, 84, 0.08)',
  border: '#d8dfe7',
  crosshair: '#8493a4',
  crosshairLabel: '#4d5c6e',
  up: '#2177b4',
  down: '#c8601a',
  volumeUp: 'rgba(33, 119, 180, 0.26)',
  volumeDown: 'rgba(200, 96, 26, 0.26)',
  label: { ink: '#07805f', onInk: '#ffffff', wash: [11, 150, 112] },
  prediction: { ink: '#a23f94', onInk: '#ffffff', wash: [162, 63, 148] },
  secondPrediction: { ink: '#1d2834', onInk: '#ffffff', wash: [29, 40, 52] },
  cursor: '#8a6d00',
  cursorWash: 'rgba(190, 150, 0, 0.16)',
  pending: { ink: '#8a6d00', onInk: '#ffffff', wash: [190, 150, 0] },
  measure: { ink: '#3f5369', onInk: '#ffffff', wash: [63, 95, 130] },
  outside: 'rgba(232, 236, 241, 0.7)',
  windowEdge: 'rgba(40, 60, 84, 0.4)',
  probabilityLow: '#93a0ae',
  dayLine: 'rgba(40, 60, 84, 0.3)',
  sessionLine: 'rgba(40, 60, 84, 0.36)',
  average: '#5b4bc9',
  vwap: '#00808f',
  range: '#3f5369',
  lanePositive: [33, 119, 180],
  laneNegative: [200, 96, 26],
};

export const chartTheme = (name: ChartThemeName): ChartTheme => (name === 'dark' ? DARK : LIGHT);

export function wash(colours: SpanColours, alpha: number): string {
  return `rgba(${colours.wash.join(', ')}, ${alpha.toFixed(3)})`;
}
