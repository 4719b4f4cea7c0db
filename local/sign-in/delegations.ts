import { join } from "node:path";
import { SnapshotFile } from "../snapshot-file.ts";

interface Kept {
  readonly consents: Readonly<Record<string, readonly string[]>>;
  readonly validFrom: Readonly<Record<string, number>>;
}

/** The name under which an administrator consents for the whole organisation. */
export const everyone = "everyone";

/**
 * What people allow Counterpoint to do in Graph in their name, and since when each person's refresh tokens count.
 *
 * With a folder both are kept in `delegations.json` and outlive a restart; a kill loses at most the last moments. Without one they
 * live as long as the process.
 */
export class Delegations {
  readonly #consents: Map<string, ReadonlySet<string>>;
  readonly #validFrom: Map<string, number>;
  readonly #file: SnapshotFile<Kept> | undefined;

  constructor(stateDir?: string) {
    const file = stateDir === undefined ? undefined : join(stateDir, "delegations.json");
    const kept = file === undefined ? undefined : SnapshotFile.read<Kept>(file);
    this.#consents = new Map(Object.entries(kept?.consents ?? {}).map(([oid, scopes]) => [oid, new Set(scopes)]));
    this.#validFrom = new Map(Object.entries(kept?.validFrom ?? {}));
    this.#file = file === undefined ? undefined : new SnapshotFile(file, () => this.#kept());
  }

  /** The short names of all Graph permissions that hold for this person, an administrator's for everyone among them. */
  consented(oid: string): ReadonlySet<string> {
    return new Set([...(this.#consents.get(everyone) ?? []), ...(this.#consents.get(oid) ?? [])]);
  }

  consent(oid: string, scopes: readonly string[]): void {
    this.#consents.set(oid, new Set([...(this.#consents.get(oid) ?? []), ...scopes]));
    this.#file?.changed();
  }

  /** Takes back all that this person, or everyone, consented to. */
  withdraw(oid: string): void {
    this.#consents.delete(oid);
    this.#file?.changed();
  }

  /** Ends every refresh token that this person's sign-ins have led to until now. */
  revoke(oid: string, now = Date.now()): void {
    this.#validFrom.set(oid, now + 1);
    this.#file?.changed();
  }

  /** True when a refresh token made at this moment (epoch milliseconds) has been revoked since. */
  isRevoked(oid: string, madeAt: number): boolean {
    return madeAt < (this.#validFrom.get(oid) ?? 0);
  }

  /** Who consented to what; `everyone` stands for the organisation. */
  all(): Readonly<Record<string, readonly string[]>> {
    return this.#kept().consents;
  }

  flush(): Promise<void> {
    return this.#file?.flush() ?? Promise.resolve();
  }

  #kept(): Kept {
    const consents = [...this.#consents].map(([oid, scopes]) => [oid, [...scopes].sort()] as const);
    return { consents: Object.fromEntries(consents), validFrom: Object.fromEntries(this.#validFrom) };
  }
}
