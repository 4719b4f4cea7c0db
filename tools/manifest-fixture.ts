import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "./check-manifest.ts";
import { fillPlaceholders, type PackageSettings } from "./package-settings.ts";

/** A deployment that could be. */
export const exampleSettings: PackageSettings = {
  TEAMS_APP_ID: "1f0e9c52-6a3b-4d7e-8f21-0b9c8d7e6f5a",
  CLIENT_ID: "2e1d8b63-7b4c-4e8f-9a32-1cad9e8f7a6b",
  BOT_ID: "3d2c7a74-8c5d-4f90-ab43-2dbeaf908b7c",
  PUBLIC_HOST: "counterpoint.northlight.example",
  APP_VERSION: "1.4.0",
};

/** The project's own manifest, filled for the example deployment: a fresh copy that a test may spoil. */
export function filledManifest(): Manifest {
  const text = readFileSync(join(import.meta.dirname, "../appPackage/manifest.json"), "utf8");
  return JSON.parse(fillPlaceholders(text, exampleSettings));
}

/** The one that must be there, or the test is about nothing. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The manifest lost what this test is about.");
  return value;
}
