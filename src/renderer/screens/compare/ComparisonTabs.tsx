import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import type { Comparison } from '../../../shared/domain/comparison.ts';
import style from '../../ui/Tabs.module.css';
import { ConfigurationComparison } from './ConfigurationComparison.tsx';
import { FigureComparison } from './figures/FigureComparison.tsx';
import { LearningComparison } from './learning/LearningComparison.tsx';
import { ProbabilityComparison } from './ProbabilityComparison.tsx';
import { useCompareSession, type CompareTab } from './session.ts';
import { WindowTable } from './windows/WindowTable.tsx';

/** What the conclusions stand on. */
export function ComparisonTabs({ comparison }: { readonly comparison: Comparison }) {
  const { tab, set } = useCompareSession();
  return (
    <Tabs.Root value={tab} onValueChange={(next: CompareTab) => set({ tab: next })}>
      <Tabs.List className={style.tabs}>
        <Tab id="figures">All figures</Tab>
        <Tab id="windows">Windows</Tab>
        <Tab id="learning">Learning</Tab>
        <Tab id="probabilities">Probabilities</Tab>
        <Tab id="configuration">Configuration</Tab>
      </Tabs.List>
      <Tabs.Panel value="figures">
        <FigureComparison comparison={comparison} />
      </Tabs.Panel>
      <Tabs.Panel value="windows">
        <WindowTable comparison={comparison} />
      </Tabs.Panel>
      <Tabs.Panel value="learning">
        <LearningComparison contenders={comparison.contenders} />
      </Tabs.Panel>
      <Tabs.Panel value="probabilities">
        <ProbabilityComparison contenders={comparison.contenders} />
      </Tabs.Panel>
      <Tabs.Panel value="configuration">
        <ConfigurationComparison comparison={comparison} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

function Tab({ id, children }: { readonly id: CompareTab; readonly children: ReactNode }) {
  return (
    <Tabs.Tab value={id} className={style.tab} data-testid={`compare-tab-${id}`}>
      {children}
    </Tabs.Tab>
  );
}
