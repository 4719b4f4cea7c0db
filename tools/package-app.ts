import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { localApp } from "../local/identities.ts";
import { makeAppPackage } from "./app-package.ts";
import { readPackageSettings } from "./package-settings.ts";

const root = join(import.meta.dirname, "..");
const output = join(root, "build/counterpoint.zip");

/** Stands in for a deployment, so that the package can be made and looked at without one. No tenant could run it. */
const localEnvironment = {
  TEAMS_APP_ID: "5d2b8f7e-3c4a-4e1d-9b60-2a7c8e9f1d34",
  CLIENT_ID: localApp.clientId,
  BOT_ID: localApp.botAppId,
  PUBLIC_HOST: "counterpoint.example",
};

/** `npm run package`: makes build/counterpoint.zip, or says what stands in its way. */
function main(local: boolean): number {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const reading = readPackageSettings(local ? localEnvironment : process.env, version);
  if (!reading.ok) {
    return refuse("The app package needs settings:", [
      ...reading.refusals,
      "To make one with stand-in values instead: npm run package -- --local",
    ]);
  }
  const packaging = makeAppPackage(join(root, "appPackage"), reading.settings);
  if (!packaging.ok) return refuse("The app package was not made:", packaging.refusals);
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, packaging.zip);
  const kilobytes = (packaging.zip.length / 1024).toFixed(1);
  console.log(
    `build/counterpoint.zip: ${packaging.names.join(", ")} (${kilobytes} KB), for https://${reading.settings.PUBLIC_HOST}.`,
  );
  return 0;
}

function refuse(heading: string, refusals: readonly string[]): number {
  console.error([heading, ...refusals.map((refusal) => `  ${refusal}`)].join("\n"));
  return 1;
}

process.exitCode = main(process.argv.includes("--local"));
