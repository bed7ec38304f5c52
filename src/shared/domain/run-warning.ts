export type WarningKind = 'few-steps' | 'rising-loss' | 'dominant-task' | 'drifting-sigmas' | 'overfitting' | 'collapsed' | 'beaten-by-prior';

/** A known trap that a run has fallen into. The same trap has the same kind and title, while the figures in its text move. */
export interface RunWarning {
  readonly kind: WarningKind;
  readonly title: string;
  /** What is seen, and what to do. */
  readonly text: string;
}
