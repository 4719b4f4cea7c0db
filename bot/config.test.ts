import { describe, expect, it } from "vitest";
import { BadConfig, readConfig } from "./config.ts";

const guid = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;
const key = Buffer.alloc(32, 7).toString("base64");
const production = {
  PUBLIC_URL: "https://counterpoint.example.com",
  DATABASE_URL: "postgres://server@db/counterpoint",
  TENANT_ID: guid(1),
  CLIENT_ID: guid(2),
  CLIENT_SECRET: "a secret of the app",
  BOT_APP_ID: guid(3),
  BOT_APP_PASSWORD: "a secret of the bot",
  TEAMS_APP_ID: guid(4),
  SEALING_KEYS: `2026:${key}`,
};
const local = {
  ...production,
  PUBLIC_URL: "http://localhost:3978",
  SIGN_IN_ISSUER: "http://localhost:3980/t/v2.0",
  GRAPH_URL: "http://localhost:3981/v1.0",
  BOT_CONNECTOR_METADATA_URL: "http://localhost:3980/botframework/.well-known/openidconfiguration",
  BOT_TOKEN_URL: "http://localhost:3980/t/token",
  LOCAL_WINDOW_URL: "http://localhost:3979",
};

function problemsOf(environment: Record<string, string | undefined>): string {
  try {
    readConfig(environment);
  } catch (problem) {
    if (problem instanceof BadConfig) return problem.problems.join("\n");
    throw problem;
  }
  return "";
}

describe("settings", () => {
  it("[CONFIG-1] are taken whole, with Entra as the issuer where none is named", () => {
    const config = readConfig(production);
    expect(config).toMatchObject({
      port: 3978,
      host: "127.0.0.1",
      issuer: `https://login.microsoftonline.com/${guid(1)}/v2.0`,
    });
    expect(config.sealingKeys.current.key).toHaveLength(32);
    expect(problemsOf(local)).toBe("");
  });

  it("[CONFIG-1] reach the calendars by the application's own leave unless people connect theirs", () => {
    expect(readConfig(production).calendarAccess).toBe("application");
    expect(readConfig({ ...production, CALENDAR_ACCESS: "delegated" }).calendarAccess).toBe("delegated");
    expect(problemsOf({ ...production, CALENDAR_ACCESS: "everyone's" })).toContain("CALENDAR_ACCESS is not right");
  });

  it.each(Object.keys(production))("[CONFIG-2] refuse to start without %s, and say so", (name) => {
    expect(problemsOf({ ...production, [name]: undefined })).toContain(`${name} is missing.`);
    expect(problemsOf({ ...production, [name]: "" })).toContain(`${name} is missing.`);
  });

  it("[CONFIG-2] name everything that is wrong at once", () => {
    const problems = problemsOf({ ...production, TENANT_ID: "northlight", SEALING_KEYS: "2026:short", PORT: "99999" });
    expect(problems).toMatch(/TENANT_ID.*\n?/);
    expect(problems).toContain("SEALING_KEYS");
    expect(problems).toContain("PORT");
  });

  it.each([
    [
      "a local issuer beside a public address",
      { ...local, PUBLIC_URL: "https://counterpoint.example.com" },
      "let anybody in",
    ],
    [
      "a stand-in that is not on this machine",
      { ...local, SIGN_IN_ISSUER: "http://elsewhere.example/v2.0" },
      "localhost",
    ],
    ["half of the local settings", { ...local, BOT_TOKEN_URL: undefined }, "belong together"],
    ["plain http in a tenant", { ...production, PUBLIC_URL: "http://counterpoint.example.com" }, "https:"],
    ["a local calendar beside Entra", { ...production, GRAPH_URL: local.GRAPH_URL }, "GRAPH_URL"],
    ["unsigned messages in a tenant", { ...production, BOT_ALLOW_UNSIGNED: "true" }, "never for a tenant"],
    ["one sealing key id twice", { ...production, SEALING_KEYS: `a:${key},a:${key}` }, "twice"],
  ])("[CONFIG-3] refuse %s", (_, environment, words) => {
    expect(problemsOf(environment)).toContain(words);
  });
});
