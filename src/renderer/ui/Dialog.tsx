import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import style from './Dialog.module.css';
import { FocusFirst } from './FocusFirst.tsx';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly wide?: boolean;
  readonly 'data-testid'?: string;
}

export function Dialog({ title, open, onClose, children, footer, wide = false, ...rest }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  const before = useRef<Element>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={style.backdrop} />
        <Base.Popup
          ref={popup}
          className={classNames(style.popup, wide && style.wide)}
          // A dialog marks what is to be used first with data-first.
          initialFocus={() => popup.current?.querySelector<HTMLElement>('[data-first]') ?? true}
          finalFocus={() => (before.current instanceof HTMLElement ? before.current : true)}
          data-testid={rest['data-testid']}
        >
          <FocusFirst select="[data-first]" onTaken={(element) => void (before.current = element)} />
          <header className={style.header}>
            <Base.Title className={style.title}>{title}</Base.Title>
            <Base.Close
              render={
                <Button look="quiet" size="icon" aria-label="Close">
                  <X size={16} aria-hidden />
                </Button>
              }
            />
          </header>
          <div className={style.body}>{children}</div>
          {footer !== undefined && <footer className={style.footer}>{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
