import { Menu } from '@base-ui/react/menu';
import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { useThemeChoice, type ThemeChoice } from '../state/theme.ts';
import { Button } from '../ui/Button.tsx';
import popup from '../ui/Popup.module.css';
import { useChooseTheme } from './use-theme.ts';

const CHOICES = [
  { value: 'dark', name: 'Dark', icon: Moon },
  { value: 'light', name: 'Light', icon: Sun },
  { value: 'system', name: 'As the system', icon: Monitor },
] as const;

export function ThemeMenu() {
  const choice = useThemeChoice((state) => state.choice);
  const choose = useChooseTheme();
  const Current = CHOICES.find((entry) => entry.value === choice)?.icon ?? Moon;
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        render={
          <Button look="quiet" size="icon" aria-label="Colours" data-testid="theme-menu">
            <Current size={16} aria-hidden />
          </Button>
        }
      />
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className={popup.positioner}>
          <Menu.Popup className={popup.popup}>
            <Menu.RadioGroup value={choice} onValueChange={(next: ThemeChoice) => choose(next)}>
              {CHOICES.map(({ value, name, icon: Icon }) => (
                <Menu.RadioItem key={value} value={value} className={popup.item} closeOnClick data-testid={`theme-${value}`}>
                  <span className={popup.mark}>
                    <Menu.RadioItemIndicator>
                      <Check size={14} aria-hidden />
                    </Menu.RadioItemIndicator>
                  </span>
                  <Icon size={14} aria-hidden /> {name}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
