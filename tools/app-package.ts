import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { AnySchemaObject } from "ajv-draft-04";
import { zipSync } from "fflate";
import { checkColourIcon, checkOutlineIcon } from "./check-icons.ts";
import { checkLanguages, languageFileNames } from "./check-languages.ts";
import { checkManifest, type Manifest } from "./check-manifest.ts";
import { checkSchema } from "./check-schema.ts";
import { fillPlaceholders, type PackageSettings } from "./package-settings.ts";

/** A package that Teams takes, or a sentence for each thing that stands in its way. */
type Packaging = { ok: true; zip: Uint8Array; names: readonly string[] } | { ok: false; refusals: readonly string[] };

/** Local time, as a zip's dates have no zone: so the same sources make the same bytes everywhere. */
const zipDate = new Date(2026, 0, 1);

/**
 * Makes the app package from its sources.
 *
 * @param folder - where manifest.json and the files that it names are.
 * @throws when manifest.json can't be read, or it or a language file is not JSON.
 */
export function makeAppPackage(folder: string, settings: PackageSettings): Packaging {
  const text = fillPlaceholders(readFileSync(join(folder, "manifest.json"), "utf8"), settings);
  const manifest: unknown = JSON.parse(text);
  const misfits = checkSchema(manifest, officialSchema("MicrosoftTeams"));
  if (misfits.length > 0) return { ok: false, refusals: misfits };
  const fitting = manifest as Manifest;
  const { color, outline } = fitting.icons;
  const names = [color, outline, ...languageFileNames(fitting)];
  const absent = names.filter((name) => !existsSync(join(folder, name)));
  if (absent.length > 0)
    return { ok: false, refusals: absent.map((name) => `${name} is named by the manifest, but isn't there.`) };
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  const refusals = checkContents(fitting, files, settings);
  if (refusals.length > 0) return { ok: false, refusals };
  return { ok: true, ...zipped(new Map([["manifest.json", Buffer.from(text)], ...files])) };
}

function checkContents(manifest: Manifest, files: ReadonlyMap<string, Buffer>, settings: PackageSettings): string[] {
  const { PUBLIC_HOST: host, CLIENT_ID: clientId, BOT_ID: botId } = settings;
  const languages = new Map(
    languageFileNames(manifest).map((name) => [name, JSON.parse(files.get(name)?.toString() ?? "{}")]),
  );
  return [
    ...checkManifest(manifest, { host, clientId, botId }),
    ...checkLanguages(manifest, languages, officialSchema("MicrosoftTeams.Localization")),
    ...checkColourIcon(files.get(manifest.icons.color) ?? Buffer.alloc(0)),
    ...checkOutlineIcon(files.get(manifest.icons.outline) ?? Buffer.alloc(0)),
  ];
}

function zipped(files: ReadonlyMap<string, Uint8Array>): { zip: Uint8Array; names: string[] } {
  return { zip: zipSync(Object.fromEntries(files), { level: 9, mtime: zipDate }), names: [...files.keys()] };
}

/** One of the schemas of manifest version 1.30, as Microsoft ships them. */
function officialSchema(name: "MicrosoftTeams" | "MicrosoftTeams.Localization"): AnySchemaObject {
  const build = dirname(createRequire(import.meta.url).resolve("@microsoft/app-manifest"));
  return JSON.parse(readFileSync(join(build, "json-schemas/teams/v1.30", `${name}.schema.json`), "utf8"));
}
