import { mkdirSync, writeFileSync } from "node:fs";
import { colourIcon, drawIcon, iconSvg, outlineIcon } from "./icon.ts";
import { encodePng } from "./png.ts";

const folder = new URL("../appPackage/", import.meta.url);

/** Redraws the app's icons into appPackage/, and their SVG sources beside them. */
mkdirSync(new URL("source/", folder), { recursive: true });
for (const [name, icon] of [
  ["color", colourIcon],
  ["outline", outlineIcon],
] as const) {
  writeFileSync(new URL(`${name}.png`, folder), encodePng(drawIcon(icon)));
  writeFileSync(new URL(`source/${name}.svg`, folder), iconSvg(icon));
}
