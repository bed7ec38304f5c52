import type { ChartCanvas } from '../chart-canvas.ts';
import type { ChartTheme } from '../chart-theme.ts';
import { featureNames } from '../indicators/feature-rows.ts';
import { CHUNK_BARS } from '../indicators/indicator-feed.ts';
import type { IndicatorReader } from '../indicators/indicator-reader.ts';
import type { FeatureWish } from '../indicators/indicator-wish.ts';
import { laneReach } from '../indicators/lane-reach.ts';
import { featureLanesOptions, type FeatureLanesOptions } from '../primitives/feature-lanes/feature-lanes-options.ts';
import { featureLanesPrimitive } from '../primitives/feature-lanes/feature-lanes-primitive.ts';
import type { FeatureLanes, FeatureLanesModel } from '../primitives/feature-lanes/feature-lanes-view.ts';
import type { LayerPrimitive } from '../primitives/layer-primitive.ts';
import { BlankPane } from './blank-pane.ts';
import { PaneHosts } from './pane-hosts.ts';

/** High enough for a name in small print. CSS pixels. */
const LANE_HEIGHT = 12;
/** Of the chart, at most: the candles come first. */
const LARGEST_PART = 0.42;

/** A lane for each feature under the candles. */
export class FeaturePane {
  readonly blank: BlankPane;
  readonly hosts = new PaneHosts();
  readonly #canvas: ChartCanvas;
  readonly #reader: IndicatorReader;
  readonly #lanes: LayerPrimitive<FeatureLanesModel | null, FeatureLanes | null, FeatureLanesOptions>;
  #wish: FeatureWish;
  #fitted = '';

  constructor(canvas: ChartCanvas, reader: IndicatorReader, theme: ChartTheme, wish: FeatureWish) {
    this.#canvas = canvas;
    this.#reader = reader;
    this.#wish = wish;
    this.blank = new BlankPane(canvas.panes.open('features'), {
      // Lanes have no common scale: each value stands beside its lane.
      format: { type: 'custom', minMove: 0.01, formatter: () => '' },
      margins: { top: 0, bottom: 0 },
      range: () => ({ minValue: 0, maxValue: 1 }),
    });
    this.#lanes = featureLanesPrimitive(canvas.axis, this.#model(), featureLanesOptions(theme));
    this.blank.series.attachPrimitive(this.#lanes);
  }

  /** After other values, other bars or other features have come. */
  valuesChanged(wish: FeatureWish): void {
    this.#wish = wish;
    this.#lanes.setModel(this.#model());
  }

  restyle(theme: ChartTheme): void {
    this.#lanes.setOptions(featureLanesOptions(theme));
  }

  /** In a frame after the library has laid out its panes: gives the lanes their height, unless a person has changed it since. */
  layOut(): void {
    const height = this.#canvas.chart.chartElement().clientHeight;
    const panes = this.#canvas.chart.panes();
    const lanes = featureNames(this.#wish).length;
    const fitted = `${height} ${panes.length} ${lanes}`;
    if (fitted !== this.#fitted) {
      const share = Math.min(LARGEST_PART, (lanes * LANE_HEIGHT) / Math.max(1, height));
      const others = panes.filter((pane) => pane !== this.blank.pane).reduce((sum, pane) => sum + pane.getStretchFactor(), 0);
      this.blank.pane.setStretchFactor((others * share) / (1 - share));
    }
    this.#fitted = fitted;
    this.hosts.moveTo(this.blank.pane.getHTMLElement());
  }

  remove(): void {
    this.hosts.remove();
    this.#canvas.chart.removeSeries(this.blank.series);
    this.#canvas.panes.closed('features');
  }

  #model(): FeatureLanesModel {
    const { set } = this.#wish;
    return { reaches: featureNames(this.#wish).map(laneReach), chunkBars: CHUNK_BARS, first: this.#reader.first, rowsAt: (bar) => this.#reader.featureRowsAt(set, bar) };
  }
}
