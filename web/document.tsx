/**
 * The HTML around a page. Its styles come with it, so that the first paint waits for nothing more; scripts are files
 * and may come later. The policy knows these styles by their hash and forbids any other, and every inline script.
 */
import type { ComponentChildren } from 'preact';
import type { Visit } from './app.tsx';

interface Content {
  readonly title: string;
  readonly description: string;
  readonly visit: Visit;
  readonly css: string;
  readonly icon: string;
  /** Beside a link in WeChat, and on a home screen. */
  readonly picture: string;
  /** The page's module first, then what that imports. */
  readonly scripts: readonly string[];
  readonly children: ComponentChildren;
}

/** In a block of JSON only `<` could end it. */
const jsonOf = (visit: Visit) => JSON.stringify(visit).replaceAll('<', '\\u003c');

/** One whole first frame, rather than an empty one that the next has to wait for. */
const wholeFirstFrame: object = { rel: 'expect', href: '#visit', blocking: 'render' };

export function Document({ title, description, visit, css, icon, picture, scripts, children }: Content) {
  const { language, size, theme } = visit.where.look;
  return (
    <html lang={language} data-size={size} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
        <meta name="theme-color" content="#0a7359" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        <meta name="description" content={description} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:image" content={`${visit.where.origin}${picture}`} />
        <link rel="icon" href={icon} />
        <link rel="apple-touch-icon" href={picture} />
        <link {...wholeFirstFrame} />
        <style dangerouslySetInnerHTML={{ __html: css }} />
        {scripts.slice(1).map((script) => (
          <link key={script} rel="modulepreload" fetchpriority="low" href={script} />
        ))}
        <script type="module" src={scripts[0]} />
      </head>
      <body>
        <div id="app">{children}</div>
        <script id="visit" type="application/json" dangerouslySetInnerHTML={{ __html: jsonOf(visit) }} />
      </body>
    </html>
  );
}
