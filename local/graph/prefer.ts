import { zoneNamed } from "./times.ts";

/** What a `Prefer` header asks for. `zone` is undefined when it names none; answers are then in UTC. */
export interface Preferences {
  readonly zone: { readonly name: string; readonly iana: string } | undefined;
  readonly immutableIds: boolean;
  readonly bodyType: "text" | "html" | undefined;
  readonly maxPageSize: number | undefined;
  /** What the answer says it honoured, for `Preference-Applied`. */
  readonly applied: string;
}

/** UTC under its Graph name. */
export const utc = { name: "UTC", iana: "Etc/UTC" } as const;

/** Reads `Prefer`; unknown wishes are ignored. @throws GraphError 400 for a zone Exchange doesn't know. */
export function readPreferences(header: string | readonly string[] | undefined): Preferences {
  const text = typeof header === "string" ? header : (header ?? []).join(", ");
  const find = (name: string) => new RegExp(`${name}\\s*=\\s*"?([^",;]+)"?`, "i").exec(text)?.[1]?.trim();
  const zoneName = find("outlook\\.timezone");
  const bodyType = find("outlook\\.body-content-type")?.toLowerCase();
  const immutableIds = find("IdType")?.toLowerCase() === "immutableid";
  const maxPageSize = find("odata\\.maxpagesize");
  const applied = [
    ...(zoneName ? [`outlook.timezone="${zoneName}"`] : []),
    ...(immutableIds ? ['IdType="ImmutableId"'] : []),
    ...(bodyType ? [`outlook.body-content-type="${bodyType}"`] : []),
  ];
  return {
    zone: zoneName ? { name: zoneName, iana: zoneNamed(zoneName) } : undefined,
    immutableIds,
    bodyType: bodyType === "text" || bodyType === "html" ? bodyType : undefined,
    maxPageSize: maxPageSize && /^\d+$/.test(maxPageSize) ? Number(maxPageSize) : undefined,
    applied: applied.join(", "),
  };
}
