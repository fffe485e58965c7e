import type { PortalLocale } from 'psa-portal-admin/locales';

interface BarProps {
  language: PortalLocale;
  onLanguage: (language: PortalLocale) => void;
  isFrozen: boolean;
  onFreeze: (isFrozen: boolean) => void;
}

/** The app's own header. */
export function Bar({ language, onLanguage, isFrozen, onFreeze }: BarProps) {
  return (
    <header className="bar">
      <h1>Service desk</h1>
      <label>
        <input type="checkbox" checked={isFrozen} onChange={(event) => onFreeze(event.target.checked)} />
        Change freeze
      </label>
      <label>
        Language
        <select value={language} onChange={(event) => onLanguage(event.target.value as PortalLocale)}>
          <option value="en">English</option>
          <option value="de">Deutsch</option>
        </select>
      </label>
      <label>
        Colours
        <select
          onChange={(event) => {
            document.documentElement.style.colorScheme = event.target.value;
          }}
        >
          <option value="light dark">As the system</option>
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </select>
      </label>
    </header>
  );
}
