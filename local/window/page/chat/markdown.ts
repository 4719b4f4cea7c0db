const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/**
 * The little Markdown that Teams shows in messages and cards, as HTML: bold, italic, code, links, lists, line breaks.
 *
 * Everything is escaped first, so the result holds no tag but those made here; links lead to the web only.
 */
export function markdownToHtml(text: string): string {
  const blocks = text.replaceAll("\r\n", "\n").split(/\n{2,}/);
  return blocks.map(blockToHtml).join("");
}

function blockToHtml(block: string): string {
  const lines = block.split("\n");
  const isList = (pattern: RegExp) => lines.every((line) => pattern.test(line));
  const items = (pattern: RegExp) => lines.map((line) => `<li>${inline(line.replace(pattern, ""))}</li>`).join("");
  if (isList(/^\s*[-*] +/)) return `<ul>${items(/^\s*[-*] +/)}</ul>`;
  if (isList(/^\s*\d+\. +/)) return `<ol>${items(/^\s*\d+\. +/)}</ol>`;
  return `<p>${lines.map(inline).join("<br>")}</p>`;
}

function inline(text: string): string {
  return escaped(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g, '<a href="$2" target="_blank" rel="noopener">$1</a>')
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, "<strong>$1</strong>")
    .replace(/(?<![\w*])[*_](?=\S)([^*_]+?)(?<=\S)[*_](?![\w*])/g, "<em>$1</em>");
}
