import { X } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { actionById, type ActionId } from '../actions/action-definitions.ts';
import { useSettings, useWriteSetting } from '../rpc/queries.ts';
import { GUIDE_STEPS, useGuide, type GuideStep } from '../state/guide.ts';
import { useWorkspace, type ScreenName } from '../state/workspace.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ActionKeys } from '../ui/ActionKeys.tsx';
import { Button } from '../ui/Button.tsx';
import style from './GuideStrip.module.css';

const TEXTS: Readonly<Record<GuideStep, ReactNode>> = {
  mark: (
    <>
      <b>Mark an expansion.</b> Drag from its first to its last bar, or walk with <Pressed action="move.left" /> <Pressed action="move.right" /> and press{' '}
      <Pressed action="span.start-end" /> at both ends.
    </>
  ),
  confidence: (
    <>
      <b>Say how sure you are.</b> Press <Pressed action="span.confidence-1" /> (a guess) to <Pressed action="span.confidence-5" /> (certain).
    </>
  ),
  complete: (
    <>
      <b>Mark what else you see, then complete the window</b> with <Pressed action="window.complete" />. Its other bars now count as “no expansion”.
    </>
  ),
  train: (
    <>
      <b>Train.</b> When a few windows are reviewed, go to Train and press Start. It takes seconds to minutes.
    </>
  ),
  look: (
    <>
      <b>Look at what it learned.</b> On the finished run press “Show on chart”: its probability runs under your bars, its spans lie over them.
    </>
  ),
};

/** The key of an action in a sentence, and words where it has none. */
function Pressed({ action }: { readonly action: ActionId }) {
  return <ActionKeys action={action} ifNone={`“${actionById(action).title}”`} />;
}

/** A button to where the step is done, from elsewhere. */
function WayThere({ step, screen }: { readonly step: GuideStep; readonly screen: ScreenName }) {
  const place = step === 'train' || step === 'look' ? 'train' : 'label';
  if (place === screen) return null;
  return place === 'train' ? <ActionButton action="go.train">Go to Train</ActionButton> : <ActionButton action="go.label">Go to Label</ActionButton>;
}

/** The first minute, one sentence at a time; it moves on by itself when the thing is done. */
export function GuideStrip() {
  const { step, start, end } = useGuide();
  const writeSetting = useWriteSetting();
  const { data: settings } = useSettings();
  const isNew = settings !== undefined && settings.guideSeen !== true;
  useEffect(() => {
    if (!isNew) return;
    start();
    void writeSetting('guideSeen', true);
  }, [isNew, start, writeSetting]);
  const screen = useWorkspace((workspace) => workspace.screen);
  if (step === null || (screen !== 'label' && screen !== 'train')) return null;
  const at = GUIDE_STEPS.indexOf(step);
  return (
    <aside className={style.strip} aria-label="The first minute" data-testid="guide" data-step={step}>
      <ol className={style.dots} aria-label={`Step ${at + 1} of ${GUIDE_STEPS.length}`}>
        {GUIDE_STEPS.map((name, index) => (
          <li key={name} className={style.dot} data-done={index <= at} />
        ))}
      </ol>
      <span className={style.text}>{TEXTS[step]}</span>
      <WayThere step={step} screen={screen} />
      <Button look="quiet" size="icon" aria-label="Close the guide" onClick={end} data-testid="guide-close">
        <X size={15} aria-hidden />
      </Button>
    </aside>
  );
}
