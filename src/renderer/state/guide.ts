import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** What a person does in the first minute, in this order. */
export const GUIDE_STEPS = ['mark', 'confidence', 'complete', 'train', 'look'] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

/** The step after `done` was done; the last one leads to undefined, the end. A step done early is not asked for again. */
export function stepAfter(current: GuideStep, done: GuideStep): GuideStep | undefined {
  const [at, reached] = [GUIDE_STEPS.indexOf(current), GUIDE_STEPS.indexOf(done)];
  return reached < at ? current : GUIDE_STEPS[reached + 1];
}

interface GuideState {
  /** null: not shown. */
  readonly step: GuideStep | null;
  start(): void;
  end(): void;
  /** Told by the screens when something was done. */
  did(done: GuideStep): void;
}

export const useGuide = create<GuideState>()(
  persist(
    (set) => ({
      step: null,
      start: () => set({ step: 'mark' }),
      end: () => set({ step: null }),
      did: (done) => set(({ step }) => (step === null ? {} : { step: stepAfter(step, done) ?? null })),
    }),
    { name: 'expanse:guide', version: 1 },
  ),
);
