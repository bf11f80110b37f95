export interface PageParts {
  readonly cspSource: string;
  readonly nonce: string;
  readonly title: string;
  /** Starts the page's own script once the page is painted: VS Code shows no page before all that it names is there. It is fetched before that script. */
  readonly starter: string;
  readonly script: string;
  /** Text of the style sheet: fetched on its own it would hold up the first paint. */
  readonly style: string;
  /** What is painted before the script runs. Markup of ours alone: nothing from files or from AWS. */
  readonly firstFrame?: string;
}

/** Nothing but our scripts and our style sheet by their nonce, and what VS Code adds; no connection, no picture, no frame, no form. */
export const contentSecurityPolicy = ({ cspSource, nonce }: Pick<PageParts, 'cspSource' | 'nonce'>): string =>
  `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}' ${cspSource}; font-src ${cspSource}`;

/** The page before any data: what comes from files or from AWS arrives by message and is drawn as text. */
export const pageHtml = (parts: PageParts): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(parts)}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>${parts.title}</title>
<style nonce="${parts.nonce}">${parts.style}</style>
</head>
<body>
<main id="page" aria-busy="true">${parts.firstFrame ?? ''}</main>
<p id="status" role="status" aria-live="polite"></p>
<script nonce="${parts.nonce}" src="${parts.starter}" data-page="${parts.script}"></script>
<link rel="preload" as="script" nonce="${parts.nonce}" href="${parts.script}">
</body>
</html>`;
