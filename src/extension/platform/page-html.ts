export interface PageParts {
  readonly cspSource: string;
  readonly nonce: string;
  readonly title: string;
  readonly script: string;
  readonly style: string;
  /** What is painted before the script runs. Markup of ours alone: nothing from files or from AWS. */
  readonly firstFrame?: string;
}

/** Nothing but our script by its nonce and our style sheet by its place; no connection, no picture, no frame, no form. */
export const contentSecurityPolicy = ({ cspSource, nonce }: Pick<PageParts, 'cspSource' | 'nonce'>): string =>
  `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${cspSource}; font-src ${cspSource}`;

/** The page before any data: what comes from files or from AWS arrives by message and is drawn as text. */
export const pageHtml = (parts: PageParts): string => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(parts)}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<title>${parts.title}</title>
<link rel="stylesheet" href="${parts.style}">
</head>
<body>
<main id="page" aria-busy="true">${parts.firstFrame ?? ''}</main>
<p id="status" role="status" aria-live="polite"></p>
<script nonce="${parts.nonce}" src="${parts.script}"></script>
</body>
</html>`;
