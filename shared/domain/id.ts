/** A key that remembers what it names: a person's id can't be passed where a pair's is wanted, yet any plain string may become one. */
export type Id<Noun extends string> = string & { readonly noun?: Noun };

/** Entra's tenant id, a GUID. It leads every key in the store. */
export type TenantId = Id<"tenant">;
