import { badRequest } from "./errors.ts";

/** A request's query options by lower-case name without `$`. */
export type QueryOptions = ReadonlyMap<string, string>;

/** Reads the query options of a URL; Graph takes them in any case, with or without `$`. */
export function queryOptions(url: string): QueryOptions {
  const search = new URL(url, "http://graph").searchParams;
  return new Map([...search].map(([name, value]) => [name.replace(/^\$/, "").toLowerCase(), value]));
}

const uriCode = "RequestBroker--ParseUri";

/** Refuses options that the operation doesn't take. */
export function requireOptions(options: QueryOptions, allowed: readonly string[]): void {
  const unknown = [...options.keys()].find((name) => !allowed.includes(name));
  if (unknown) throw badRequest(`The query option '$${unknown}' is not supported here.`, uriCode);
}

/** A whole number option within bounds, or what to take without one. */
export function wholeNumber(
  options: QueryOptions,
  name: string,
  bounds: { min: number; max: number; otherwise: number },
) {
  const text = options.get(name);
  if (text === undefined) return bounds.otherwise;
  const value = Number(text);
  const sentence = `Invalid value '${text}' for $${name} query option found.`;
  if (!/^\d+$/.test(text) || value < bounds.min) throw badRequest(sentence, uriCode);
  return Math.min(value, bounds.max);
}

/** The names in `$select`, or undefined for all. @throws GraphError 400 for one the type doesn't have. */
export function selection(options: QueryOptions, type: string, known: readonly string[]): string[] | undefined {
  const text = options.get("select");
  if (!text) return undefined;
  const names = text.split(",").map((name) => name.trim());
  return names.map((name) => {
    const found = known.find((one) => one.toLowerCase() === name.toLowerCase());
    if (!found)
      throw badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`, uriCode);
    return found;
  });
}

/** Only the selected properties, with the annotations that Graph always sends. */
export function selected<T extends object>(item: T, names: readonly string[] | undefined): Partial<T> {
  if (!names) return item;
  const keep = (key: string) => key.startsWith("@odata.") || key === "id" || names.includes(key);
  return Object.fromEntries(Object.entries(item).filter(([key]) => keep(key))) as Partial<T>;
}

/** A value inside an item by a path such as `start/dateTime`. */
export function valueAt(item: unknown, path: string): unknown {
  return path.split("/").reduce<unknown>((value, key) => {
    if (typeof value !== "object" || value === null) return undefined;
    return (value as Record<string, unknown>)[key];
  }, item);
}

/** The same as text; empty for what isn't a text, a number or a truth. */
export function textAt(item: unknown, path: string): string {
  const value = valueAt(item, path);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** Items in the order that `$orderby` asks for. */
export function ordered<T>(items: readonly T[], orderBy: string | undefined, allowed: readonly string[]): readonly T[] {
  if (!orderBy) return items;
  const terms = orderBy.split(",").map((term) => {
    const [path = "", direction = "asc"] = term.trim().split(/\s+/);
    if (!allowed.includes(path) || !/^(asc|desc)$/i.test(direction)) {
      throw badRequest(`The property '${path}' can't be used in the $orderby query option.`, "ErrorInvalidProperty");
    }
    return { path, sign: direction.toLowerCase() === "desc" ? -1 : 1 };
  });
  return items.toSorted((a, b) => {
    for (const { path, sign } of terms) {
      const [left, right] = [textAt(a, path), textAt(b, path)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return 0;
  });
}
