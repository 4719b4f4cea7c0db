import { localTenant } from "../identities.ts";
import type { Ports } from "../ports.ts";

/** Where everything of a local world is found. */
export interface Addresses {
  /** The server: the app itself. */
  readonly server: string;
  /** The small Teams, where one chooses a person. */
  readonly window: string;
  /** The sign-in's issuer; its discovery document is at `/.well-known/openid-configuration` below it. */
  readonly issuer: string;
  /** The sign-in process itself. */
  readonly signIn: string;
  /** Microsoft Graph's stand-in, with its version. */
  readonly graph: string;
}

/** Told from the ports; "localhost", as browsers treat only that name as safe without https. */
export function addressesOf(ports: Ports): Addresses {
  const at = (port: number) => `http://localhost:${port}`;
  return {
    server: at(ports.server),
    window: at(ports.window),
    signIn: at(ports.signIn),
    issuer: `${at(ports.signIn)}/${localTenant.id}/v2.0`,
    graph: `${at(ports.graph)}/v1.0`,
  };
}
