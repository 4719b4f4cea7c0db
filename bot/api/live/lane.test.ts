import { expect, it } from "vitest";
import { openLane } from "./lane.ts";

it("lets so many works go on at once and the others wait in order, also when one fails", async () => {
  const lane = openLane(2);
  const began: string[] = [];
  const works = ["a", "b", "c", "d"].map((name) => ({ name, ...Promise.withResolvers<string>() }));
  const answers = works.map(({ name, promise }) =>
    lane(() => {
      began.push(name);
      return promise;
    }),
  );
  expect(began).toEqual(["a", "b"]);
  works[0]?.reject(new Error("Lost."));
  await expect(answers[0]).rejects.toThrow("Lost.");
  expect(began).toEqual(["a", "b", "c"]);
  for (const { name, resolve } of works) resolve(name);
  expect(await Promise.all(answers.slice(1))).toEqual(["b", "c", "d"]);
  expect(await lane(async () => "later")).toBe("later");
});
