import { z } from "zod";

const entra = "https://login.microsoftonline.com";
const loopbackHosts: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

const logLevels = ["trace", "debug", "info", "warn", "error"] as const;

/** Whose leave reaches the calendars: the application's own to all of them, or each person's to their own. */
export const calendarAccesses = ["application", "delegated"] as const;

const url = z.url({ protocol: /^https?$/ });
const guid = z.guid();
const port = z.coerce.number().int().min(1).max(65_535);

/** One master key: an id that is stored beside what it wraps, and 32 bytes in base64. */
const sealingKey = z
  .string()
  .regex(/^[\w-]{1,40}:[A-Za-z0-9+/]{43}=$/, "must be written id:key, where key is 32 random bytes in base64")
  .transform((text) => {
    const [id = "", key = ""] = text.split(":");
    return { id, key: Buffer.from(key, "base64") };
  });

const sealingKeys = z
  .string()
  .transform((text) => text.split(",").map((one) => one.trim()))
  .pipe(z.tuple([sealingKey], sealingKey))
  .transform(([current, ...former]) => ({ current, former }));

const schema = z.object({
  PORT: port.default(3978),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_URL: url,
  DATABASE_URL: z.string().startsWith("postgres"),
  TENANT_ID: guid,
  CLIENT_ID: guid,
  CLIENT_SECRET: z.string().min(8),
  BOT_APP_ID: guid,
  BOT_APP_PASSWORD: z.string().min(8),
  TEAMS_APP_ID: guid,
  SEALING_KEYS: sealingKeys,
  SIGN_IN_ISSUER: url.optional(),
  CALENDAR_ACCESS: z.enum(calendarAccesses).default("application"),
  GRAPH_URL: url.default("https://graph.microsoft.com/v1.0"),
  BOT_CONNECTOR_METADATA_URL: url.optional(),
  BOT_TOKEN_URL: url.optional(),
  BOT_ALLOW_UNSIGNED: z.enum(["true", "false"]).default("false"),
  LOCAL_WINDOW_URL: url.optional(),
  LOG_LEVEL: z.enum(logLevels).default("info"),
});

/** Every setting the server runs by, parsed and consistent. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly issuer: string;
  readonly graphUrl: string;
  readonly calendarAccess: (typeof calendarAccesses)[number];
  /** The id by which the organisation's catalog knows the app: links find its pages by it, and it is added to chats by it. */
  readonly teamsAppId: string;
  readonly bot: {
    readonly appId: string;
    readonly appPassword: string;
    readonly connectorMetadataUrl: string | undefined;
    readonly tokenUrl: string | undefined;
    readonly allowUnsigned: boolean;
  };
  /** The first seals what is new; all of them open. */
  readonly sealingKeys: { readonly current: SealingKey; readonly former: readonly SealingKey[] };
  /** The local window that frames the tab; absent in production. */
  readonly windowUrl: string | undefined;
  readonly logLevel: (typeof logLevels)[number];
}

export interface SealingKey {
  readonly id: string;
  readonly key: Buffer;
}

/** A setting is missing, malformed or at odds with another. `problems` has one sentence for each. */
export class BadConfig extends Error {
  override readonly name = "BadConfig";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `Counterpoint can't start with these settings:\n${problems.map((one) => `  - ${one}`).join("\n")}\n.env.example explains each of them.`,
    );
    this.problems = problems;
  }
}

/**
 * Parses the environment.
 * @throws BadConfig naming every missing, malformed or inconsistent setting at once.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    throw new BadConfig(parsed.error.issues.map((issue) => sentence(String(issue.path[0]), issue, given)));
  const problems = inconsistencies(parsed.data);
  if (problems.length > 0) throw new BadConfig(problems);
  return toConfig(parsed.data);
}

type Settings = z.infer<typeof schema>;

const sentence = (
  name: string,
  issue: { readonly message: string },
  given: Readonly<Record<string, unknown>>,
): string => (name in given ? `${name} is not right: ${issue.message}.` : `${name} is missing.`);

const localSettings = ["SIGN_IN_ISSUER", "BOT_CONNECTOR_METADATA_URL", "BOT_TOKEN_URL", "LOCAL_WINDOW_URL"] as const;

function inconsistencies(settings: Settings): readonly string[] {
  const problems: string[] = [];
  const local = localSettings.filter((name) => settings[name] !== undefined);
  for (const name of local)
    if (!isLoopback(settings[name]))
      problems.push(`${name} stands in for Microsoft on this machine only, so it must be a localhost address.`);
  if (local.length > 0 && local.length < localSettings.length)
    problems.push(
      `${localSettings.join(", ")} belong together: set all of them to run locally, or none to run in a tenant.`,
    );
  if (local.length > 0 && !isLoopback(settings.PUBLIC_URL))
    problems.push(
      "A local issuer beside a public address would let anybody in. Set PUBLIC_URL to localhost, or remove the local settings.",
    );
  if (local.length === 0 && !settings.PUBLIC_URL.startsWith("https:"))
    problems.push("PUBLIC_URL must begin with https:, as Teams frames nothing else.");
  if (local.length === 0 && isLoopback(settings.GRAPH_URL))
    problems.push("GRAPH_URL is local while the sign-in is Entra's.");
  if (settings.BOT_ALLOW_UNSIGNED === "true" && local.length === 0)
    problems.push("BOT_ALLOW_UNSIGNED is for the Agents Playground on this machine and never for a tenant.");
  const ids = [settings.SEALING_KEYS.current, ...settings.SEALING_KEYS.former].map((one) => one.id);
  if (new Set(ids).size < ids.length) problems.push("SEALING_KEYS names one key id twice.");
  return problems;
}

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && loopbackHosts.has(new URL(address).hostname);

const toConfig = (settings: Settings): Config => ({
  port: settings.PORT,
  host: settings.HOST,
  publicUrl: settings.PUBLIC_URL.replace(/\/$/, ""),
  databaseUrl: settings.DATABASE_URL,
  tenantId: settings.TENANT_ID.toLowerCase(),
  clientId: settings.CLIENT_ID,
  clientSecret: settings.CLIENT_SECRET,
  issuer: settings.SIGN_IN_ISSUER ?? `${entra}/${settings.TENANT_ID}/v2.0`,
  graphUrl: settings.GRAPH_URL.replace(/\/$/, ""),
  calendarAccess: settings.CALENDAR_ACCESS,
  teamsAppId: settings.TEAMS_APP_ID,
  bot: {
    appId: settings.BOT_APP_ID,
    appPassword: settings.BOT_APP_PASSWORD,
    connectorMetadataUrl: settings.BOT_CONNECTOR_METADATA_URL,
    tokenUrl: settings.BOT_TOKEN_URL,
    allowUnsigned: settings.BOT_ALLOW_UNSIGNED === "true",
  },
  sealingKeys: settings.SEALING_KEYS,
  windowUrl: settings.LOCAL_WINDOW_URL?.replace(/\/$/, ""),
  logLevel: settings.LOG_LEVEL,
});
