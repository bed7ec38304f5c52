import { ChevronLeft, ChevronRight, Minus, Plus } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { Span } from '../../../../shared/domain/span.ts';
import { uncertaintyWithin } from '../../../../shared/labels/uncertainty.ts';
import { edgePatch, edgeTime, type Edge } from '../../../labels/span-edges.ts';
import { stepBars } from '../../../labels/step-bars.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatBarClock, formatBarTime } from '../../../ui/format/time.ts';
import { Group } from '../../../ui/Group.tsx';
import { goHomeAfterMouse } from '../../../ui/keyboard-home.ts';
import type { SpanEditing } from '../editing/use-span-editing.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';
import style from './Inspector.module.css';

interface EdgeEditorProps {
  readonly edge: Edge;
  readonly span: Span;
  readonly scene: Scene;
  readonly editing: SpanEditing;
}

/** Where an edge is, and by how many bars it may be wrong. */
export function EdgeEditor({ edge, span, scene, editing }: EdgeEditorProps) {
  const { series, window } = scene;
  const isArmed = useSession((session) => session.edge === edge);
  const zone = useViewOptions((view) => view.timeZone) ?? series.timeZone;
  const time = edgeTime(span, edge);
  const name = edge === 'start' ? 'startUncertainty' : 'endUncertainty';
  const text = (window === null ? formatBarTime : formatBarClock)(time, zone, series.timeframeMs);
  const move = (event: MouseEvent<HTMLElement>, bars: number) => {
    goHomeAfterMouse(event);
    const to = scene.bars === null ? (useSession.getState().chart?.stepBar(time, bars) ?? null) : stepBars(scene.bars.time, time, bars);
    if (to !== null) editing.patch(span, edgePatch(span, edge, to), { mayGrow: true });
  };
  const blur = (event: MouseEvent<HTMLElement>, bars: number) => {
    goHomeAfterMouse(event);
    const value = uncertaintyWithin(span[name] + bars);
    if (value !== span[name]) editing.patch(span, { [name]: value }, { mayGrow: true });
  };
  return (
    <Group label={`${edge} of the span`} className={style.edge}>
      <span className={style.edgeName} data-on={isArmed}>
        {edge === 'start' ? 'Start' : 'End'}
      </span>
      <span className={style.times}>{text}</span>
      <Button className={style.step} aria-label={`${edge} a bar earlier`} onClick={(event) => move(event, -1)}>
        <ChevronLeft size={14} aria-hidden />
      </Button>
      <Button className={style.step} aria-label={`${edge} a bar later`} onClick={(event) => move(event, 1)}>
        <ChevronRight size={14} aria-hidden />
      </Button>
      <span className={style.uncertain} title="Uncertainty of this edge in bars">
        <Button className={style.step} look="quiet" aria-label={`${edge} less uncertain`} onClick={(event) => blur(event, -1)}>
          <Minus size={12} aria-hidden />
        </Button>
        <span className={style.bars} data-testid={`${edge}-uncertainty`}>
          ±{span[name]}
        </span>
        <Button className={style.step} look="quiet" aria-label={`${edge} more uncertain`} onClick={(event) => blur(event, 1)}>
          <Plus size={12} aria-hidden />
        </Button>
      </span>
    </Group>
  );
}
