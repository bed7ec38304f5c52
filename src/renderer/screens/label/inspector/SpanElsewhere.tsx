import { SquareArrowOutUpRight } from 'lucide-react';
import type { Span } from '../../../../shared/domain/span.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { formatCount } from '../../../ui/format/number.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { useWindowDetail } from '../scene/use-scene.ts';
import style from './Inspector.module.css';

/** In place of the editor where the selected span cannot be changed. */
export function SpanElsewhere({ span }: { readonly span: Span }) {
  const { data } = useWindowDetail(span.windowId);
  return (
    <section className={style.editor} aria-label="The selected span" data-testid="span-elsewhere">
      <Notice tone="note">
        This span was marked in {data === undefined ? 'a window' : `window ${formatCount(data.position + 1)}`} and describes that window alone. It is
        changed there; here it is only shown.
      </Notice>
      <ActionButton action="window.of-span">
        <SquareArrowOutUpRight size={14} aria-hidden /> Open its window
      </ActionButton>
    </section>
  );
}
