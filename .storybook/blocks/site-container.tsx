import { useEffect, useState, type ReactNode } from 'react';
import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { siteTheme } from '../site-theme.js';
import type { Surroundings } from '../stage/surroundings.js';
import './site.css';

type Colours = Surroundings['colours'];
interface Told {
  readonly globals: Partial<Surroundings>;
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

/** What the toolbar has chosen, also before this page was opened. */
function useColours({ channel }: DocsContainerProps['context']): Colours {
  const told = (channel.last(GLOBALS_UPDATED) ?? channel.last(SET_GLOBALS)) as readonly [Told] | undefined;
  const [colours, setColours] = useState(told?.[0].globals.colours ?? 'light');
  useEffect(() => {
    const follow = ({ globals }: Told): void => setColours(globals.colours ?? 'light');
    channel.on(GLOBALS_UPDATED, follow);
    return () => channel.off(GLOBALS_UPDATED, follow);
  }, [channel]);
  return colours;
}

/** Documentation in the colours that the toolbar chooses. */
export function SiteContainer({ context, children }: DocsContainerProps & { readonly children?: ReactNode }) {
  const colours = useColours(context);
  const base = (colours === 'auto' ? prefersDark.matches : colours === 'dark') ? 'dark' : 'light';
  return (
    <DocsContainer context={context} theme={siteTheme(base)}>
      <div className="site" data-base={base} style={{ colorScheme: base }}>
        {children}
      </div>
    </DocsContainer>
  );
}
