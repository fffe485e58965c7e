import type { ReactNode } from 'react';
import { Code, SyntaxHighlighter, type SupportedLanguage } from 'storybook/internal/components';

const languages: Readonly<Record<string, SupportedLanguage>> = {
  ts: 'typescript',
  tsx: 'tsx',
  html: 'html',
  css: 'css',
  sh: 'bash',
};

/** Code in the colours of the page; Storybook's own block is white in the dark too. */
export function SiteCode(props: { readonly language: string; readonly text: string }) {
  return (
    <div className="site-code">
      <SyntaxHighlighter
        language={languages[props.language] ?? 'text'}
        format={false}
        bordered
        copyable
        padded
      >
        {props.text.trimEnd()}
      </SyntaxHighlighter>
    </div>
  );
}

/** What MDX makes of code: fences have a language, everything else stands in a line. */
export function MdxCode({
  className,
  children,
}: {
  readonly className?: string;
  readonly children?: ReactNode;
}) {
  const language = /^language-(.+)$/.exec(className ?? '')?.[1];
  if (language === undefined || typeof children !== 'string') return <Code>{children}</Code>;
  return <SiteCode language={language} text={children} />;
}
