import { localTenant } from "../identities.ts";
import type { KeyRings } from "./keys.ts";

/** What the routes of the sign-in process share. */
export interface SignIn {
  /** `http://localhost:<port>`, without a slash at the end. */
  readonly origin: string;
  readonly rings: KeyRings;
  /** Seconds a person's token lives; tests shorten it while the process runs. */
  userTokenSeconds: number;
}

/** The issuer of a tenant, ours unless another is named. */
export const issuerUrl = (origin: string, tenantId: string = localTenant.id): string => `${origin}/${tenantId}/v2.0`;
