import type { FeatureRows } from '../../indicators/feature-rows.ts';
import type { Bitmap } from '../layer-primitive.ts';
import type { FeatureLanesOptions } from './feature-lanes-options.ts';
import type { FeatureLanes } from './feature-lanes-view.ts';
import { lanePixels } from './lane-pixels.ts';

/** Each chunk is painted once, a pixel for each value, and stretched to where its bars stand: a frame costs a few images. */
export class FeatureLanesRenderer {
  #images = new WeakMap<FeatureRows, HTMLCanvasElement>();
  #painted: FeatureLanesOptions | null = null;

  readonly draw = ({ context, width, height, scaleX }: Bitmap, lanes: FeatureLanes | null, options: FeatureLanesOptions): void => {
    if (lanes === null) return;
    if (options !== this.#painted) this.#images = new WeakMap();
    this.#painted = options;
    context.imageSmoothingEnabled = false;
    for (const { rows, stretch } of lanes.chunks) {
      const left = stretch.left * scaleX;
      context.drawImage(this.#imageOf(rows, lanes.reaches, options), left, 0, stretch.right * scaleX - left, height);
    }
    this.#separate(context, lanes, options, width, height);
  };

  /** A hairline of the background between lanes, so that neighbours of one colour are two. */
  #separate(context: CanvasRenderingContext2D, { reaches }: FeatureLanes, { background }: FeatureLanesOptions, width: number, height: number): void {
    context.fillStyle = background;
    for (let c = 1; c < reaches.length; c += 1) context.fillRect(0, Math.round((c / reaches.length) * height), width, 1);
  }

  #imageOf(rows: FeatureRows, reaches: readonly number[], options: FeatureLanesOptions): HTMLCanvasElement {
    const known = this.#images.get(rows);
    if (known !== undefined) return known;
    const image = document.createElement('canvas');
    image.width = rows.values.length / rows.columns;
    image.height = rows.columns;
    image.getContext('2d')?.putImageData(new ImageData(lanePixels(rows, reaches, options), image.width, image.height), 0, 0);
    this.#images.set(rows, image);
    return image;
  }
}
