import type { EventContent } from "./event.ts";

type Body = EventContent["body"];

/** The words of an HTML body, without its tags. */
export function plainText(html: string): string {
  return html
    .replace(/<(style|script|head)[\s\S]*?<\/\1>/gi, "")
    .replace(/<br\s*\/?>|<\/(p|div|li|h\d)>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Text as HTML shows it. */
export const asHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>");

/** The first 255 characters of the words. */
export const previewOf = (body: Body) =>
  (body.contentType === "html" ? plainText(body.content) : body.content).replaceAll("\n", "\r\n").slice(0, 255);

/** A body as Exchange keeps it: HTML is wrapped into a document. */
export function keptBody(body: Body): Body {
  if (body.contentType !== "html" || /<html[\s>]/i.test(body.content)) return body;
  const head = '<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>';
  return { contentType: "html", content: `<html>${head}<body>${body.content}</body></html>` };
}

/** The body with more HTML at its end. */
export function withAppended(body: Body, html: string): Body {
  const content = body.contentType === "html" ? body.content : asHtml(body.content);
  const kept = keptBody({ contentType: "html", content });
  return { contentType: "html", content: kept.content.replace(/<\/body>(?![\s\S]*<\/body>)/i, () => `${html}</body>`) };
}
