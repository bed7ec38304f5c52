import { Toast } from '@base-ui/react/toast';
import { CircleCheck, CircleX, Info, X } from 'lucide-react';
import { Button } from './Button.tsx';
import { toastManager } from './toast-manager.ts';
import style from './Toasts.module.css';

/** Messages in the corner; errors say what happened and what to do next. */
export function Toasts() {
  return (
    <Toast.Provider toastManager={toastManager} limit={4}>
      <Toast.Portal>
        <Toast.Viewport className={style.viewport}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

const ICONS = { bad: CircleX, good: CircleCheck, note: Info };

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => {
    const Icon = ICONS[(toast.type ?? 'note') as keyof typeof ICONS];
    return (
      <Toast.Root key={toast.id} toast={toast} className={style.toast} data-testid="toast" swipeDirection={[]}>
        <Icon size={16} aria-hidden />
        <div className={style.text}>
          <Toast.Title className={style.title} />
          <Toast.Description className={style.description} />
        </div>
        <Toast.Close
          render={
            <Button look="quiet" size="icon" aria-label="Close the message">
              <X size={14} aria-hidden />
            </Button>
          }
        />
      </Toast.Root>
    );
  });
}
