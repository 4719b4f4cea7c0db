import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const folder = join(root, "docs/decisions");
const names = readdirSync(folder).filter((name) => /^\d{4}-.*\.md$/.test(name));
const records = names.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
const index = readFileSync(join(folder, "README.md"), "utf8");

/** The dependencies that a record gives a reason for: lines such as "- `pg`: the driver". */
const reasonsIn = (text: string) =>
  [...text.matchAll(/^- `([^`]+)`: \S.{10,}$/gm)].map(([, dependency]) => dependency ?? "");

describe("The decision records", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const installed = Object.keys({ ...dependencies, ...devDependencies });
  const reasoned = records.flatMap(({ text }) => reasonsIn(text));

  it("say why each dependency is there", () => {
    expect(installed.filter((dependency) => !reasoned.includes(dependency))).toEqual([]);
  });

  it("give no reason for a dependency that is gone, nor two for one", () => {
    expect(reasoned.filter((dependency) => !installed.includes(dependency))).toEqual([]);
    expect(reasoned.filter((dependency, at) => reasoned.indexOf(dependency) !== at)).toEqual([]);
  });

  it("are numbered from one without a gap, in name and in title", () => {
    records.forEach(({ name, text }, at) => {
      const number = String(at + 1).padStart(4, "0");
      expect(name.slice(0, 4)).toBe(number);
      expect(text.startsWith(`# ${number} `), name).toBe(true);
    });
  });

  it.each(records)("$name says context, decision and consequences", ({ text }) => {
    const parts = [...text.matchAll(/^\*\*(\w+)\.\*\*/gm)].map(([, part]) => part);
    expect(parts).toEqual(["Context", "Decision", "Consequences"]);
  });

  it.each(records)("$name stands in the index, with its title and its dependencies", ({ name, text }) => {
    const title = text.split("\n", 1)[0]?.slice(7);
    const reasons = reasonsIn(text).map((dependency) => `\`${dependency}\``);
    const cell = reasons.join(", ") || "none";
    expect(index).toContain(`| [${name.slice(0, 4)}](${name}) | ${title} | ${cell} |`);
  });
});
