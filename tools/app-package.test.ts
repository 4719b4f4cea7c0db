import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeAppPackage } from "./app-package.ts";
import { exampleSettings, filledManifest } from "./manifest-fixture.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterpoint-package-"));
  cpSync(join(import.meta.dirname, "../appPackage"), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Edits the copied manifest as text, so that what the types forbid can be tried too. */
function editManifest(edit: (text: string) => string): void {
  writeFileSync(join(folder, "manifest.json"), edit(readFileSync(join(folder, "manifest.json"), "utf8")));
}

const swedish = {
  "name.short": "Counterpoint",
  "description.short": "Två kollegor som lär av varandra.",
  "description.full": "Två kollegor som lär av varandra, som jämlikar.",
};

function addSwedish(strings: Record<string, string>): void {
  const languages = `"defaultLanguageTag": "en-gb", "additionalLanguages": [{ "languageTag": "sv", "file": "sv.json" }]`;
  editManifest((text) => text.replace(`"defaultLanguageTag": "en-gb"`, languages));
  writeFileSync(join(folder, "sv.json"), JSON.stringify(strings));
}

const refusals = () => {
  const packaging = makeAppPackage(folder, exampleSettings);
  return packaging.ok ? [] : packaging.refusals;
};

describe("The app package", () => {
  it("holds the filled manifest and both icons at its root", () => {
    const packaging = makeAppPackage(folder, exampleSettings);
    const files = packaging.ok ? unzipSync(packaging.zip) : {};
    expect(Object.keys(files)).toEqual(["manifest.json", "color.png", "outline.png"]);
    expect(JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()))).toEqual(filledManifest());
    expect(Buffer.from(files["color.png"] ?? [])).toEqual(readFileSync(join(folder, "color.png")));
  });

  it("[PACKAGE-2] is the same to the byte when made again", () => {
    expect(makeAppPackage(folder, exampleSettings)).toEqual(makeAppPackage(folder, exampleSettings));
  });

  it("[PACKAGE-1] is not made when the official schema refuses the manifest", () => {
    editManifest((text) => text.replace(`"isNotificationOnly"`, `"isNotificatonOnly"`));
    expect(refusals()).toEqual([
      'The official schema refuses /bots/0: it must NOT have additional properties ("isNotificatonOnly").',
    ]);
  });

  it("[PACKAGE-1] is not made when our own checks refuse the manifest", () => {
    editManifest((text) =>
      text.replace("https://${{PUBLIC_HOST}}/tab/panel.html", "http://${{PUBLIC_HOST}}/tab/panel.html"),
    );
    expect(refusals()).toContain(
      "staticTabs[4].contentUrl must begin with https: it is http://counterpoint.northlight.example/tab/panel.html.",
    );
  });

  it("[PACKAGE-1] is not made with an icon of the wrong size", () => {
    cpSync(join(folder, "color.png"), join(folder, "outline.png"));
    expect(refusals()).toEqual(["outline.png must be 32 by 32 pixels: it is 192 by 192."]);
  });

  it("[PACKAGE-1] is not made without an icon", () => {
    rmSync(join(folder, "color.png"));
    expect(refusals()).toEqual(["color.png is named by the manifest, but isn't there."]);
  });

  it("takes a language file along", () => {
    addSwedish({ ...swedish, "staticTabs[1].name": "Hem" });
    const packaging = makeAppPackage(folder, exampleSettings);
    expect(packaging.ok && packaging.names).toContain("sv.json");
  });

  it("[PACKAGE-1] is not made without a language file that the manifest names", () => {
    addSwedish(swedish);
    rmSync(join(folder, "sv.json"));
    expect(refusals()).toEqual(["sv.json is named by the manifest, but isn't there."]);
  });

  it("[PACKAGE-1] is not made with a translated command that is too long", () => {
    addSwedish({ ...swedish, "bots[0].commandLists[0].commands[0].title": "a".repeat(33) });
    expect(refusals()).toEqual([
      "sv.json: bots[0].commandLists[0].commands[0].title may have 32 characters: it has 33.",
    ]);
  });

  it("[PACKAGE-1] is not made with a translation of nothing that there is", () => {
    addSwedish({ ...swedish, "name.shrot": "Counterpoint" });
    expect(refusals()).toEqual([
      'sv.json: The official schema refuses the manifest: it must NOT have additional properties ("name.shrot").',
    ]);
  });

  it("[PACKAGE-1] is not made with a language given twice", () => {
    addSwedish(swedish);
    editManifest((text) => text.replace(`"languageTag": "sv"`, `"languageTag": "en-gb"`));
    expect(refusals()).toEqual(["The language en-gb is given twice."]);
  });
});
