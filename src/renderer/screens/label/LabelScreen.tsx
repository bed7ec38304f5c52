import { CandlestickChart, Upload } from 'lucide-react';
import { useSeriesList } from '../../rpc/queries.ts';
import { useHistoryView } from '../../state/history-view.ts';
import { goTo } from '../../state/workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ChartArea } from './chart-area/ChartArea.tsx';
import { ManySpansDialog } from './editing/ManySpansDialog.tsx';
import { SkipDialog } from './editing/SkipDialog.tsx';
import { useLabelActions } from './editing/use-label-actions.ts';
import { useSpanEditing } from './editing/use-span-editing.ts';
import { useWindowFlow } from './editing/use-window-flow.ts';
import { useHigherActions } from './higher/use-higher-actions.ts';
import { HistoryPanel } from './history/HistoryPanel.tsx';
import { useHistoryActions } from './history/use-history-actions.ts';
import { usePastScene } from './history/use-past-scene.ts';
import { Inspector } from './inspector/Inspector.tsx';
import style from './LabelScreen.module.css';
import { useMeasureActions } from './measure/use-measure-actions.ts';
import { GoToDateDialog } from './queue/GoToDateDialog.tsx';
import { MakeWindowsDialog } from './queue/MakeWindowsDialog.tsx';
import { Queue } from './queue/Queue.tsx';
import { BulkDialog } from './review/BulkDialog.tsx';
import { LeftTabs } from './review/LeftTabs.tsx';
import { ReviewCard } from './review/ReviewCard.tsx';
import { ReviewPanel } from './review/ReviewPanel.tsx';
import { SummaryDialog } from './review/SummaryDialog.tsx';
import { useReviewActions } from './review/use-review-actions.ts';
import { useReview, type Review } from './review/use-review.ts';
import { useOverlay } from './scene/use-overlay.ts';
import { useScene, type Scene } from './scene/use-scene.ts';
import { useFirstWindow } from './use-first-window.ts';
import { useSessionStart } from './use-session-start.ts';

export function LabelScreen() {
  const { data: series } = useSeriesList();
  if (series === undefined) return null;
  if (series.length > 0) return <Workplace />;
  const actions = (
    <Button look="primary" onClick={() => goTo('import')}>
      <Upload size={15} aria-hidden /> Import bars
    </Button>
  );
  return (
    <EmptyState icon={CandlestickChart} title="No bars yet" actions={actions}>
      Import a file of bars; then mark expansions on them here.
    </EmptyState>
  );
}

function Workplace() {
  useFirstWindow();
  const scene = useScene();
  const flow = useWindowFlow(scene);
  useSessionStart(scene);
  const review = useReview(scene);
  return (
    <div className={style.screen}>
      <div className={style.left}>
        <LeftTabs />
        {review.isOn ? <ReviewPanel review={review} /> : <Queue onOpen={flow.open} />}
      </div>
      {scene === null ? <div className={style.middle} /> : <LabelDesk scene={scene} review={review} />}
      <MakeWindowsDialog onMade={flow.open} />
      <BulkDialog review={review} />
      <SummaryDialog review={review} />
    </div>
  );
}

function LabelDesk({ scene: now, review }: { readonly scene: Scene; readonly review: Review }) {
  const scene = usePastScene(now);
  const isHistoryOpen = useHistoryView((view) => view.isOpen);
  const editing = useSpanEditing(scene);
  const flow = useWindowFlow(scene);
  const overlay = useOverlay(scene);
  useReviewActions(review);
  // After those of the review: of two handlers for one key the later is asked first, and lets keys wait for their window.
  useLabelActions(scene, overlay, { editing, flow });
  useHistoryActions(scene);
  useMeasureActions(scene);
  useHigherActions(scene);
  return (
    <>
      <div className={style.middle}>
        <ChartArea scene={scene} overlay={overlay} editing={editing} review={review} />
      </div>
      <div className={style.right}>
        {scene.past === null && <ReviewCard review={review} scene={scene} />}
        {isHistoryOpen ? <HistoryPanel scene={scene} /> : <Inspector scene={scene} overlay={overlay} editing={editing} />}
      </div>
      <SkipDialog onSkip={flow.skip} />
      <GoToDateDialog scene={scene} onOpen={flow.open} />
      <ManySpansDialog kind="delete-spans" scene={scene} />
      <ManySpansDialog kind="set-type" scene={scene} />
    </>
  );
}
