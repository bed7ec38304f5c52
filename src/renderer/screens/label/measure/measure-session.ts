import { create } from 'zustand';
import type { SeriesId } from '../../../../shared/domain/ids.ts';
import type { Measurement } from '../../../chart/chart-types.ts';

interface Measured {
  readonly measure: Measurement | null;
  /** Times of one series mean nothing in another. */
  readonly seriesId: SeriesId | null;
}

const useMeasured = create<Measured>()(() => ({ measure: null, seriesId: null }));

/** What is measured on the chart of a series; nothing of it is stored. */
export function useMeasurement(seriesId: SeriesId): Measurement | null {
  return useMeasured((measured) => (measured.seriesId === seriesId ? measured.measure : null));
}

export function measurementOf(seriesId: SeriesId): Measurement | null {
  const measured = useMeasured.getState();
  return measured.seriesId === seriesId ? measured.measure : null;
}

/** null: the box is taken away. */
export const setMeasurement = (seriesId: SeriesId, measure: Measurement | null): void => useMeasured.setState({ measure, seriesId });
