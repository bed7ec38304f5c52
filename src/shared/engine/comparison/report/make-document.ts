import type { Comparison } from '../../../domain/comparison.ts';
import { listWords, quote } from '../words/numbers.ts';
import type { ReportDocument } from './document.ts';
import type { Origin } from './origin.ts';
import { baselinesSection } from './sections/baselines.ts';
import { configurationSection } from './sections/configuration.ts';
import { decisionsSection } from './sections/decisions.ts';
import { decodersSection, figuresSection } from './sections/figures.ts';
import { learningSection } from './sections/learning.ts';
import { originSection } from './sections/origin.ts';
import { probabilitySection } from './sections/probabilities.ts';
import { taskWeightsSection } from './sections/task-weights.ts';
import { trajectorySection } from './sections/trajectory.ts';
import { verdictSection } from './sections/verdict.ts';
import { windowsSection } from './sections/windows.ts';

/** The verdict first; then what leads to it. */
export function makeDocument(comparison: Comparison, origin: Origin): ReportDocument {
  const [first, ...others] = comparison.contenders.map(({ name }) => quote(name));
  const sections = [verdictSection, decisionsSection, figuresSection, baselinesSection, decodersSection, configurationSection, learningSection, trajectorySection, taskWeightsSection, probabilitySection, windowsSection];
  return { title: `${listWords(others)} against ${first}`, sections: [...sections.map((make) => make(comparison)), originSection(comparison, origin)] };
}
