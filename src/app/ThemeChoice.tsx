import { THEMES, type Theme } from '../domain/view.ts';
import { Icon } from '../ui/Icon.tsx';
import css from './app.module.css';

const NAMES: Record<Theme, string> = { light: 'Light', dark: 'Dark', contrast: 'High contrast' };

/** The theme: what the system asks for, or one of ours, which then stands in the link. */
export function ThemeChoice({ theme, onChange }: { theme: Theme | null; onChange: (theme: Theme | null) => void }) {
  return (
    <label className={css.theme}>
      <Icon name="theme" />
      <span className="vh">Theme</span>
      <select
        data-focus="theme"
        onChange={(event) => onChange(THEMES.find((known) => known === event.target.value) ?? null)}
        value={theme ?? 'system'}
      >
        <option value="system">System</option>
        {THEMES.map((known) => (
          <option key={known} value={known}>
            {NAMES[known]}
          </option>
        ))}
      </select>
    </label>
  );
}
