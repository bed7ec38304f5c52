import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { BarColumns } from '../../../shared/domain/bar.ts';
import type { SeriesId } from '../../../shared/domain/ids.ts';
import type { Series } from '../../../shared/domain/series.ts';
import { featureSet, WARM_UP_BARS } from '../../../shared/engine/features/feature-set.ts';
import { nextWindow } from '../../../shared/engine/training/pretraining/next-window.ts';
import type { UnlabelledWindows } from '../../../shared/engine/training/train-data.ts';
import { inputsOf } from '../../../shared/engine/training/window-tensors.ts';
import { readBarRange, readTimesBetween } from '../../store/queries/bars.ts';
import { listSeries } from '../../store/queries/series.ts';
import { makeBreather } from './breathe.ts';
import { forbiddenTimes, touches, type TimeRange } from './forbidden-times.ts';
import type { RecordedRun } from './record-run.ts';
import { lengthOf } from './tensors.ts';

/** A window longer than so many times its bars spans a night or more. */
const LONGEST_DURATION = 3;

/** Where a window begins in its series. */
interface Place {
  readonly series: SeriesId;
  readonly fromIndex: number;
}

/** What a run's encoder learns from before the labels; empty where it does not. Throws ExpanseError 'not-enough-data' where there is nothing. */
export async function readUnlabelled(db: Database, run: RecordedRun): Promise<{ readonly unlabelled?: UnlabelledWindows }> {
  const { pretraining } = run.config;
  if (pretraining == null) return {};
  const places = evenly(await placesOf(db, run), pretraining.windows);
  if (places.length === 0) {
    throw new ExpanseError('not-enough-data', 'No bars outside of the validation and test windows are left to pretrain on.', 'Import more bars, or train without pretraining.');
  }
  return { unlabelled: await readFeatures(db, run, places) };
}

/** Windows side by side in every series that the run may use, and its training windows; with what else is read of them they keep clear of all others. */
async function placesOf(db: Database, { config, windows, parts }: RecordedRun): Promise<readonly Place[]> {
  const breathe = makeBreather();
  const length = lengthOf(windows[0]);
  const reach = config.pretraining!.kind === 'next-window' ? 2 * length : length;
  const forbidden = forbiddenTimes(db, windows, parts);
  const places: Place[] = [];
  for (const series of usableSeries(db, config.seriesIds, windows.map(({ seriesId }) => seriesId))) {
    await breathe();
    const times = readTimesBetween(db, series.id, series.firstTime!, series.lastTime!);
    const own = windows.filter(({ seriesId }, n) => seriesId === series.id && parts[n] === 'train').map(({ fromIndex }) => fromIndex);
    const rules: PlaceRules = { reach, warmUp: config.featureScope === 'window' ? 0 : WARM_UP_BARS, longest: LONGEST_DURATION * reach * series.timeframeMs, forbidden };
    const starts = new Set([...own, ...Array.from({ length: Math.floor(times.length / length) }, (_, n) => n * length)]);
    places.push(...[...starts].toSorted((a, b) => a - b).filter((start) => isUsable(times, start, rules)).map((fromIndex) => ({ series: series.id, fromIndex })));
  }
  return places;
}

/** Of the chosen ones, or of all, those with the timeframe of the windows. */
function usableSeries(db: Database, chosen: readonly SeriesId[] | null, ofWindows: readonly SeriesId[]): readonly Series[] {
  const all = listSeries(db).filter(({ barCount }) => barCount > 0);
  const timeframes = new Set(all.filter(({ id }) => ofWindows.includes(id)).map(({ timeframeMs }) => timeframeMs));
  return all.filter(({ id, timeframeMs }) => timeframes.has(timeframeMs) && (chosen === null || chosen.includes(id)));
}

interface PlaceRules {
  /** Bars that are asked about, and bars before them that features read. */
  readonly reach: number;
  readonly warmUp: number;
  /** Milliseconds. */
  readonly longest: number;
  readonly forbidden: readonly TimeRange[];
}

function isUsable(times: Float64Array, start: number, { reach, warmUp, longest, forbidden }: PlaceRules): boolean {
  const last = start + reach - 1;
  if (last >= times.length || times[last] - times[start] > longest) return false;
  return !touches(forbidden, times[Math.max(0, start - warmUp)], times[last]);
}

/** At most so many, evenly taken. */
function evenly<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, n) => items[Math.floor((n * items.length) / most)]);
}

async function readFeatures(db: Database, { config, windows }: RecordedRun, places: readonly Place[]): Promise<UnlabelledWindows> {
  const breathe = makeBreather();
  const length = lengthOf(windows[0]);
  const rules = { features: featureSet(config.features), featureScope: config.featureScope };
  const inputs = rules.features.names.length;
  const read = ({ series, fromIndex }: Place): Float32Array => inputsOf(readWindow(db, series, fromIndex, length), rules);
  const features = new Float32Array(places.length * length * inputs);
  const next = config.pretraining!.kind === 'next-window' ? new Float32Array(places.length * 2 * inputs) : null;
  for (const [n, place] of places.entries()) {
    await breathe();
    features.set(read(place), n * length * inputs);
    next?.set(nextWindow(read({ ...place, fromIndex: place.fromIndex + length }), inputs), n * 2 * inputs);
  }
  return { windows: places.length, length, inputs, features, next };
}

function readWindow(db: Database, series: SeriesId, fromIndex: number, length: number): { readonly bars: BarColumns; readonly warmUp: number } {
  const warmUp = Math.min(WARM_UP_BARS, fromIndex);
  return { bars: readBarRange(db, series, 0, fromIndex - warmUp, warmUp + length), warmUp };
}
