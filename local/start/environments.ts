import { join } from "node:path";
import { localApp, localTenant } from "../identities.ts";
import type { Ports } from "../ports.ts";
import type { Postgres } from "../postgres/postgres.ts";
import { type Addresses, addressesOf } from "./addresses.ts";
import { graphDatabase, graphRole, productDatabase } from "./databases.ts";

type Environment = Readonly<Record<string, string>>;

/** Where the stand-ins keep what must outlive them: signing keys and chats. */
export const standInsFolder = "stand-ins";

/** The settings of each of Microsoft's stand-ins. */
export function standInEnvironments(
  ports: Ports,
  postgres: Postgres,
  stateDir: string,
): Record<"signIn" | "graph" | "window", Environment> {
  const { server, issuer, graph } = addressesOf(ports);
  const kept = join(stateDir, standInsFolder);
  return {
    signIn: { SIGN_IN_PORT: String(ports.signIn), SIGN_IN_STATE_DIR: kept },
    graph: {
      GRAPH_PORT: String(ports.graph),
      GRAPH_DATABASE_URL: postgres.urlOf(graphRole, graphDatabase),
      SIGN_IN_ISSUER: issuer,
    },
    window: {
      WINDOW_PORT: String(ports.window),
      WINDOW_STATE_DIR: kept,
      SIGN_IN_ISSUER: issuer,
      GRAPH_URL: graph,
      APP_URL: server,
    },
  };
}

/** What the server's settings are told from. */
export interface ServerFacts {
  readonly ports: Ports;
  readonly postgres: Postgres;
  readonly host: string;
  readonly sealingKeys: string;
  /** As the sign-in process publishes it. */
  readonly tokenUrl: string;
  readonly logLevel: string;
}

/** Settings of the server's that `npm start` hands on when they are set. */
const handedOn = ["BOT_ALLOW_UNSIGNED"] as const;

/** The server's settings: the same names as in a real tenant; only the addresses are this machine's. */
export function serverEnvironment(facts: ServerFacts): Environment {
  const addresses: Addresses = addressesOf(facts.ports);
  return {
    NODE_ENV: "development",
    PORT: String(facts.ports.server),
    HOST: facts.host,
    PUBLIC_URL: addresses.server,
    DATABASE_URL: facts.postgres.serverUrl(productDatabase),
    TENANT_ID: localTenant.id,
    CLIENT_ID: localApp.clientId,
    CLIENT_SECRET: localApp.clientSecret,
    BOT_APP_ID: localApp.botAppId,
    BOT_APP_PASSWORD: localApp.botAppPassword,
    TEAMS_APP_ID: localApp.teamsAppId,
    SIGN_IN_ISSUER: addresses.issuer,
    GRAPH_URL: addresses.graph,
    BOT_CONNECTOR_METADATA_URL: `${addresses.signIn}/botframework/.well-known/openidconfiguration`,
    BOT_TOKEN_URL: facts.tokenUrl,
    LOCAL_WINDOW_URL: addresses.window,
    SEALING_KEYS: facts.sealingKeys,
    LOG_LEVEL: facts.logLevel,
    ...Object.fromEntries(handedOn.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
  };
}
