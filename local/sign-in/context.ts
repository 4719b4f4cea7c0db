import { localTenant } from "../identities.ts";
import type { Delegations } from "./delegations.ts";
import type { KeyRings } from "./keys.ts";
import type { Settings } from "./settings.ts";

/** What the routes of the sign-in process share. */
export interface SignIn {
  /** `http://localhost:<port>`, without a slash at the end. */
  readonly origin: string;
  readonly rings: KeyRings;
  readonly delegations: Delegations;
  settings: Settings;
}

/** The issuer of a tenant, ours unless another is named. */
export const issuerUrl = (origin: string, tenantId: string = localTenant.id): string => `${origin}/${tenantId}/v2.0`;
