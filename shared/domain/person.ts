import type { Id, TenantId } from "./id.ts";

/** Entra's object id (`oid`), a GUID: with the tenant it is the person. Never an e-mail address, which may change hands. */
export type PersonId = Id<"person">;

/** Someone the programme knows. Pair screens show the name alone; title and grade are not kept here. */
export interface Person {
  readonly tenantId: TenantId;
  readonly id: PersonId;
  /** What a colleague would call this person: "Ana". */
  readonly name: string;
  readonly fullName: string;
  /** BCP 47, "en-GB". */
  readonly locale: string;
  /** IANA, "Europe/London". */
  readonly timeZone: string;
}

/** The two shapes and hues of the weave. A person keeps one voice for the pair's life. */
export const voices = ["voice-1", "voice-2", "voice-3"] as const;
export type Voice = (typeof voices)[number];
