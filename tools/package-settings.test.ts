import { describe, expect, it } from "vitest";
import { exampleSettings } from "./manifest-fixture.ts";
import { fillPlaceholders, readPackageSettings } from "./package-settings.ts";

const { APP_VERSION, ...environment } = exampleSettings;

describe("The package's settings", () => {
  it("are the environment's", () => {
    expect(readPackageSettings(environment, APP_VERSION)).toEqual({ ok: true, settings: exampleSettings });
  });

  it("come from the server's own settings where they can", () => {
    const { BOT_ID, PUBLIC_HOST, ...rest } = environment;
    const server = { ...rest, BOT_APP_ID: BOT_ID, PUBLIC_URL: `https://${PUBLIC_HOST}` };
    expect(readPackageSettings(server, APP_VERSION)).toEqual({ ok: true, settings: exampleSettings });
  });

  it("[PACKAGE-1] name each one that is missing", () => {
    const reading = readPackageSettings({ CLIENT_ID: environment.CLIENT_ID, BOT_ID: "" }, APP_VERSION);
    const names = reading.ok ? [] : reading.refusals.map((refusal) => refusal.split(" ")[0]);
    expect(names).toEqual(["TEAMS_APP_ID", "BOT_ID", "PUBLIC_HOST"]);
  });

  it.each([
    "localhost",
    "localhost:3978",
    "127.0.0.1",
    "https://northlight.example",
    "northlight.example/app",
    "-.example",
  ])("[PACKAGE-1] refuse %s as the host", (host) => {
    const reading = readPackageSettings({ ...environment, PUBLIC_HOST: host }, APP_VERSION);
    const sentence = "PUBLIC_HOST must be a host name that Teams can reach over https, without scheme, port or path";
    expect(reading).toEqual({ ok: false, refusals: [`${sentence}: it is ${host}.`] });
  });

  it("fill every place that names them, and leave other placeholders standing", () => {
    const filled = fillPlaceholders("${{PUBLIC_HOST}} ${{PUBLIC_HOST}} ${{TYPO}}", exampleSettings);
    expect(filled).toBe("counterpoint.northlight.example counterpoint.northlight.example ${{TYPO}}");
  });
});
