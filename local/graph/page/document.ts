import { Html, html } from "./html.ts";
import { style } from "./style.ts";

export const themes = ["light", "dark", "contrast"] as const;

/** A theme asked for by name, or nothing: then the page follows the reader's device. */
export const themeIn = (text: unknown): string => themes.find((one) => one === text) ?? "";

/** What lets a page show itself and post to itself, and nothing else. */
export const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'";

interface DocumentParts {
  readonly title: string;
  readonly theme: string;
  readonly body: Html;
  /** Seconds after which the page looks again by itself. */
  readonly refresh?: number | null;
}

/** A whole page around its body. */
export function documentOf({ title, theme, body, refresh = null }: DocumentParts): string {
  const themed = theme === "" ? null : html` data-theme="${theme}"`;
  const again = refresh === null ? null : html`<meta http-equiv="refresh" content="${refresh}">`;
  return html`<!doctype html>
<html lang="en-GB"${themed}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${again}
<title>${title}</title><style>${new Html(style)}</style></head><body>${body}</body></html>`.text;
}
