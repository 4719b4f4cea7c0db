import { describe, expect, it } from "vitest";
import { voices } from "../../shared/domain/person.ts";
import { themeNames, voiceLooks } from "./voices.ts";

const grounds = { light: ["#ffffff", "#f5f5f5"], dark: ["#292929", "#1f1f1f"], contrast: ["#000000"] } as const;
const leastContrast = { light: 4.5, dark: 4.5, contrast: 7 } as const;

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe("the voices' palette", () => {
  it.each(themeNames)("reads well on every ground of the %s theme", (theme) => {
    for (const voice of voices) {
      for (const ground of grounds[theme]) {
        expect(contrast(voiceLooks[voice].colour[theme], ground)).toBeGreaterThanOrEqual(leastContrast[theme]);
      }
    }
  });

  it.each(themeNames)("gives every voice the same weight in the %s theme", (theme) => {
    for (const voice of voices) {
      expect(contrast(voiceLooks[voice].colour[theme], voiceLooks["voice-1"].colour[theme])).toBeLessThan(1.1);
    }
  });

  it("tells voices apart without hue", () => {
    expect(new Set(voices.map((voice) => voiceLooks[voice].shape)).size).toBe(voices.length);
    expect(new Set(voices.map((voice) => voiceLooks[voice].contrastDash)).size).toBe(voices.length);
  });

  it("keeps clear of the colours that mean a link or a selection in high contrast", () => {
    for (const voice of voices) expect(["#ffff00", "#1aebff"]).not.toContain(voiceLooks[voice].colour.contrast);
  });
});
