import type { ChartCanvas } from '../chart-canvas.ts';
import type { ChartTheme } from '../chart-theme.ts';
import type { IndicatorReader } from '../indicators/indicator-reader.ts';
import type { LayerPrimitive } from '../primitives/layer-primitive.ts';
import { valueLinesOptions, type ValueLinesOptions } from '../primitives/value-lines/value-lines-options.ts';
import { valueLinesPrimitive } from '../primitives/value-lines/value-lines-primitive.ts';
import type { ValueLine, ValueLinesModel } from '../primitives/value-lines/value-lines-view.ts';
import { BlankPane } from './blank-pane.ts';
import { PaneHosts } from './pane-hosts.ts';

/** Share of the chart's height, against 2 for the candles. */
const STRETCH = 0.3;

/** The average true range under the candles. */
export class RangePane {
  readonly blank: BlankPane;
  readonly hosts = new PaneHosts();
  readonly #canvas: ChartCanvas;
  readonly #line: LayerPrimitive<ValueLinesModel | null, readonly ValueLine[], ValueLinesOptions>;
  readonly #model: ValueLinesModel;

  /** priceDecimals: ranges are small, so that one more is shown. */
  constructor(canvas: ChartCanvas, reader: IndicatorReader, theme: ChartTheme, priceDecimals: number) {
    this.#canvas = canvas;
    this.blank = new BlankPane(canvas.panes.open('range'), {
      format: { type: 'price', precision: priceDecimals + 1, minMove: 10 ** -(priceDecimals + 1) },
      margins: { top: 0.16, bottom: 0.12 },
      range: () => reader.rangeOf('atr'),
    });
    this.blank.pane.setStretchFactor(STRETCH);
    this.#model = {
      names: ['atr'],
      valueAt: (name, index) => reader.valueAt(name, index),
      beginsAt: () => false,
      yOf: (value) => this.blank.series.priceToCoordinate(value),
    };
    this.#line = valueLinesPrimitive(canvas.axis, this.#model, valueLinesOptions(theme));
    this.blank.series.attachPrimitive(this.#line);
  }

  valuesChanged(): void {
    this.blank.rescale();
    this.#line.setModel(this.#model);
  }

  restyle(theme: ChartTheme): void {
    this.#line.setOptions(valueLinesOptions(theme));
  }

  /** In a frame after the library has laid out its panes. */
  layOut(): void {
    this.hosts.moveTo(this.blank.pane.getHTMLElement());
  }

  remove(): void {
    this.hosts.remove();
    this.#canvas.chart.removeSeries(this.blank.series);
    this.#canvas.panes.closed('range');
  }
}
