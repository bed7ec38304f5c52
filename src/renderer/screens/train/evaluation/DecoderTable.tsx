import { describeDecoding } from '../../../../shared/domain/describe-decoding.ts';
import type { DecoderScore, Evaluation } from '../../../../shared/domain/evaluation.ts';
import { formatCount, formatQuantity } from '../../../ui/format/number.ts';
import { FigureCell } from '../../../ui/FigureCell.tsx';
import style from '../../../ui/FigureTable.module.css';

/** Every way to decode the run's spans, side by side. The run's own is marked. */
export function DecoderTable({ evaluation }: { readonly evaluation: Evaluation }) {
  const { decoding, decoders, windows, spans, part } = evaluation;
  const isOwn = ({ config, choice }: DecoderScore): boolean => config.decoder === decoding.config.decoder && choice === decoding.choice;
  return (
    <div className={style.scroll}>
      <table className={style.table} data-testid="decoders">
        <caption>
          Decoders <span className={style.note}>{decodersNote(part, windows, spans)}</span>
        </caption>
        <thead>
          <tr>
            <th>Decoder</th>
            <th>Its numbers were</th>
            <th>F1 per bar</th>
            <th>F1 of spans, IoU 0.3</th>
            <th>IoU 0.5</th>
            <th>IoU 0.7</th>
            <th>Edges within 1 bar</th>
            <th>3 bars</th>
            <th>Decoded</th>
          </tr>
        </thead>
        <tbody>
          {decoders.map((decoder) => (
            <DecoderRow key={decoder.name} decoder={decoder} isOwn={isOwn(decoder)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function decodersNote(part: string, windows: number, spans: number): string {
  const over = `${formatQuantity(windows, 'window')}, ${formatQuantity(spans, 'labelled span')}.`;
  return part === 'val' ? `${over} What was chosen on validation was chosen on these windows and flatters itself.` : over;
}

function DecoderRow({ decoder: { config, choice, bar, span, ci }, isOwn }: { readonly decoder: DecoderScore; readonly isOwn: boolean }) {
  return (
    <tr data-own={isOwn}>
      <th scope="row">
        {describeDecoding(config)}
        {isOwn && <span className={style.note}> the run's own</span>}
      </th>
      <td className={style.over}>{choice === 'fixed' ? 'fixed' : 'chosen on validation'}</td>
      <FigureCell value={bar.f1} interval={ci['bar.f1']} />
      <FigureCell value={span.f1Iou30} interval={ci['span.f1Iou30']} />
      <FigureCell value={span.f1Iou50} interval={ci['span.f1Iou50']} />
      <FigureCell value={span.f1Iou70} interval={ci['span.f1Iou70']} />
      <FigureCell value={span.hit1} interval={ci['span.hit1']} />
      <FigureCell value={span.hit3} interval={ci['span.hit3']} />
      <td>{formatCount(span.decoded)}</td>
    </tr>
  );
}
