import { badRequest } from "./errors.ts";
import { type QueryOptions, wholeNumber } from "./odata.ts";

/** Which part of a list an answer holds. */
export interface Page {
  readonly skip: number;
  readonly top: number;
}

/** Reads `$top` and `$skip` (or the `$skiptoken` of a next link). */
export function pageOf(options: QueryOptions, sizes: { readonly usual: number; readonly most: number }): Page {
  const token = options.get("skiptoken");
  const skipped = token === undefined ? undefined : Number(Buffer.from(token, "base64url").toString());
  if (skipped !== undefined && !Number.isSafeInteger(skipped)) throw badRequest("The skip token is not valid.");
  return {
    skip: skipped ?? wholeNumber(options, "skip", { min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 }),
    top: wholeNumber(options, "top", { min: 1, max: sizes.most, otherwise: sizes.usual }),
  };
}

/** The address of the page after this one: the same question, further on. */
export function nextLink(address: string, page: Page, by: "skip" | "skiptoken"): string {
  const url = new URL(address);
  const further = page.skip + page.top;
  for (const name of [...url.searchParams.keys()]) {
    if (/^\$?(skip|skiptoken|top)$/i.test(name)) url.searchParams.delete(name);
  }
  url.searchParams.set("$top", String(page.top));
  url.searchParams.set(`$${by}`, by === "skip" ? String(further) : Buffer.from(String(further)).toString("base64url"));
  return url.href.replaceAll("%24", "$").replaceAll("+", "%20");
}
