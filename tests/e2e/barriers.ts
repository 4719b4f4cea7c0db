import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";

const ofAxe = createRequire(import.meta.resolve("@axe-core/playwright"));
const source = readFileSync(ofAxe.resolve("axe-core/axe.min.js"), "utf8");

/** What axe is told to leave out, in a page and in the frames below it. */
interface AxeContext {
  readonly exclude: readonly unknown[];
}

interface AxeOptions {
  readonly rules?: Readonly<Record<string, { readonly enabled: boolean }>>;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** The part of axe that a page is asked by. */
interface Axe {
  readonly runPartial: (context: AxeContext, options: AxeOptions) => Promise<unknown>;
  readonly finishRun: (parts: readonly unknown[], options: AxeOptions) => Promise<{ violations: readonly Violation[] }>;
  readonly utils: {
    readonly getFrameContexts: (context: AxeContext) => { frameSelector: unknown; frameContext: AxeContext }[];
    readonly shadowSelect: (selector: unknown) => Element;
  };
}

type Asked = typeof globalThis & { readonly axe: Axe };

/** Fluent itself puts these in. */
const ofFluent = "[data-tabster-dummy]";

/** Expects nothing of axe's on the page, or in this one of its frames, and in the frames below. */
export async function expectNoBarriers(where: Page | Frame, options: AxeOptions = {}): Promise<void> {
  const top = "mainFrame" in where ? where.mainFrame() : where;
  const parts = await partsOf(top, { exclude: [[ofFluent], ["iframe", ofFluent]] }, options);
  const { violations } = await top.evaluate(([some, how]) => (globalThis as Asked).axe.finishRun(some, how), [
    parts,
    options,
  ] as const);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual(
    [],
  );
}

/** What axe finds in a frame, and after it in each frame below. Axe is put into a document once, and stays. */
async function partsOf(frame: Frame, context: AxeContext, options: AxeOptions): Promise<readonly unknown[]> {
  if (!(await frame.evaluate(() => "axe" in globalThis))) await frame.evaluate(source);
  const [part, below] = await frame.evaluate(
    async ([around, how]) => {
      const { axe } = globalThis as Asked;
      return [await axe.runPartial(around, how), axe.utils.getFrameContexts(around)] as const;
    },
    [context, options] as const,
  );
  const parts = [part];
  for (const { frameSelector, frameContext } of below)
    parts.push(...(await partsBelow(frame, frameSelector, frameContext, options)));
  return parts;
}

async function partsBelow(
  frame: Frame,
  selector: unknown,
  context: AxeContext,
  options: AxeOptions,
): Promise<readonly unknown[]> {
  const element = await frame.evaluateHandle((one) => (globalThis as Asked).axe.utils.shadowSelect(one), selector);
  const child = await element.asElement()?.contentFrame();
  return child ? partsOf(child, context, options) : [null];
}
