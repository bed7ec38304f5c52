import type { IPrimitivePaneRenderer, IPrimitivePaneView, ISeriesPrimitive, PrimitivePaneViewZOrder, Time } from 'lightweight-charts';
import type { BarAxis } from '../geometry/bar-axis.ts';

type RenderingTarget = Parameters<IPrimitivePaneRenderer['draw']>[0];

/** The pane's canvas in device pixels, so that lines can be put exactly on them. */
export interface Bitmap {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly scaleX: number;
  readonly scaleY: number;
}

/** What one depth of a primitive draws. */
export interface Layer<Shapes, Options> {
  readonly depth: PrimitivePaneViewZOrder;
  draw(bitmap: Bitmap, shapes: Shapes, options: Options): void;
}

/** A pure view makes shapes in CSS pixels; the layers draw them. */
export interface PrimitiveParts<Model, Shapes, Options> {
  shapesOf(model: Model, axis: BarAxis): Shapes;
  readonly layers: readonly Layer<Shapes, Options>[];
}

/** Where the bars stand at the moment; null: there are none yet. */
export type AxisReader = () => BarAxis | null;

/** Binds view and layers to lightweight-charts. Shapes are made while drawing, so that they never lag behind the candles. */
export class LayerPrimitive<Model, Shapes, Options> implements ISeriesPrimitive<Time> {
  readonly #axis: AxisReader;
  readonly #parts: PrimitiveParts<Model, Shapes, Options>;
  readonly #views: readonly IPrimitivePaneView[];
  #model: Model;
  #options: Options;

  constructor(axis: AxisReader, model: Model, options: Options, parts: PrimitiveParts<Model, Shapes, Options>) {
    this.#axis = axis;
    this.#parts = parts;
    this.#model = model;
    this.#options = options;
    this.#views = parts.layers.map((layer) => this.#viewOf(layer));
  }

  /** Seen with the next frame that the chart draws: see `ChartCanvas.redraw`. */
  setModel(model: Model): void {
    this.#model = model;
  }

  /** The same. */
  setOptions(options: Options): void {
    this.#options = options;
  }

  paneViews(): readonly IPrimitivePaneView[] {
    return this.#views;
  }

  #viewOf(layer: Layer<Shapes, Options>): IPrimitivePaneView {
    const renderer: IPrimitivePaneRenderer = { draw: (target) => this.#draw(layer, target) };
    return { zOrder: () => layer.depth, renderer: () => renderer };
  }

  #draw(layer: Layer<Shapes, Options>, target: RenderingTarget): void {
    const axis = this.#axis();
    if (axis === null) return;
    const shapes = this.#parts.shapesOf(this.#model, axis);
    target.useBitmapCoordinateSpace(({ context, bitmapSize, horizontalPixelRatio, verticalPixelRatio }) => {
      context.save();
      const bitmap = { context, width: bitmapSize.width, height: bitmapSize.height, scaleX: horizontalPixelRatio, scaleY: verticalPixelRatio };
      layer.draw(bitmap, shapes, this.#options);
      context.restore();
    });
  }
}
