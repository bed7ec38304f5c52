import type { ComponentType } from 'react';
import { CompareScreen } from '../screens/compare/CompareScreen.tsx';
import { ImportScreen } from '../screens/import/ImportScreen.tsx';
import { LabelScreen } from '../screens/label/LabelScreen.tsx';
import { TrainScreen } from '../screens/train/TrainScreen.tsx';
import { WelcomeScreen } from '../screens/welcome/WelcomeScreen.tsx';
import type { ScreenName } from '../state/workspace.ts';

export const SCREENS: Readonly<Record<ScreenName, ComponentType>> = {
  welcome: WelcomeScreen,
  import: ImportScreen,
  label: LabelScreen,
  train: TrainScreen,
  compare: CompareScreen,
};
