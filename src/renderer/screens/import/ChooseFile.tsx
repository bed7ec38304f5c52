import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { bridge } from '../../rpc/bridge.ts';
import { useIncomingFiles } from '../../state/incoming-files.ts';
import { Button } from '../../ui/Button.tsx';
import style from './ImportScreen.module.css';
import { PastImports } from './PastImports.tsx';

export function ChooseFile() {
  const input = useRef<HTMLInputElement>(null);
  const add = useIncomingFiles((state) => state.add);
  const choose = async () => {
    if (bridge === undefined) input.current?.click();
    else add(await bridge.pickFiles());
  };
  return (
    <div className={style.page} data-area>
      <div className={style.column}>
        <section className={style.drop} aria-label="Choose a file">
          <FileUp size={32} strokeWidth={1.5} aria-hidden />
          <h1 className={style.dropTitle}>Drop a file of bars anywhere</h1>
          <p>or choose one. You see how it is read, and can correct it, before anything is written.</p>
          <input
            ref={input}
            type="file"
            multiple
            className={style.file}
            tabIndex={-1}
            aria-hidden
            data-testid="file-input"
            onChange={(event) => {
              add([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          <Button look="primary" size="large" onClick={() => void choose()} data-testid="choose-file">
            Choose files…
          </Button>
          <p className={style.formats}>
            CSV, TSV and text from HistData, NinjaTrader, MetaTrader 5, TradingView, Binance, Databento, Yahoo, Barchart and others; freqtrade JSON;
            QuantConnect LEAN; Parquet; plain, gzip or zip. Labelled datasets (.json.gz) bring their windows and spans.
          </p>
        </section>
        <PastImports />
      </div>
    </div>
  );
}
