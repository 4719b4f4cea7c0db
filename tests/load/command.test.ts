import { describe, expect, it } from "vitest";
import { BadCommand, readCommand } from "./command.ts";

const known = ["api", "bot"];

describe("The bench command", () => {
  it("runs every bench when none is named", () => {
    expect(readCommand([], known)).toEqual({ names: known, json: false, options: {} });
  });

  it("runs the named ones, with their options", () => {
    const command = readCommand(["bot", "--json", "--seconds", "3"], known);
    expect(command).toEqual({ names: ["bot"], json: true, options: { seconds: 3 } });
  });

  it("answers an unknown name with the known ones", () => {
    expect(() => readCommand(["bog"], known)).toThrow('There is no bench called "bog". There are: api, bot.');
  });

  it("refuses options that it doesn't know, and numbers that aren't", () => {
    expect(() => readCommand(["--sconds", "3"], known)).toThrow(BadCommand);
    expect(() => readCommand(["--pairs", "many"], known)).toThrow(
      '--pairs is "many", but must be a whole number from 1.',
    );
    expect(() => readCommand(["--runs", "0"], known)).toThrow(BadCommand);
  });
});
