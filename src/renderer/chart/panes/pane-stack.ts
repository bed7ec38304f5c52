import type { IChartApiBase, IPaneApi, Time } from 'lightweight-charts';

/** Under the candles, from top to bottom, whichever of them are open. */
const ORDER = ['probability', 'range', 'features'] as const;
export type PaneName = (typeof ORDER)[number];

/** Opens panes in their places. A pane goes with its last series. */
export class PaneStack {
  readonly #chart: IChartApiBase<Time>;
  readonly #open = new Map<PaneName, IPaneApi<Time>>();

  constructor(chart: IChartApiBase<Time>) {
    this.#chart = chart;
  }

  open(name: PaneName): IPaneApi<Time> {
    const above = ORDER.slice(0, ORDER.indexOf(name)).filter((other) => this.#open.has(other)).length;
    const pane = this.#chart.addPane();
    pane.moveTo(1 + above);
    this.#open.set(name, pane);
    return pane;
  }

  /** After its series were removed. */
  closed(name: PaneName): void {
    this.#open.delete(name);
  }
}
