/**
 * How long a `Retry-After` header asks to wait, in milliseconds; `null` without one that can be read.
 *
 * Seen from Graph: whole seconds, fractions of a second, and HTTP dates. `now` is in epoch milliseconds.
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  if (!/^[A-Za-z]{3},? /.test(text)) return null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
