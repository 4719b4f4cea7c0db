import { parseSync, Visitor } from "vite";

/** One mention of another module. */
export interface Import {
  readonly from: string;
  readonly line: number;
}

/** What a source mentions: modules (also for types, and by `import()`), and names it takes from the environment. */
export interface Mentions {
  readonly imports: readonly Import[];
  /** Such as "Date.now" or "process". */
  readonly globals: readonly Import[];
}

/** Names that give time, chance or the machine; a dotted one is a member, and `new Date` is one without arguments. */
const worldly = new Set(
  "Date.now|new Date|Date|Math.random|Temporal.Now|performance|crypto|process|globalThis|fetch|console|setTimeout|setInterval|setImmediate|queueMicrotask|localStorage".split(
    "|",
  ),
);

/** Reads a TypeScript source. */
export function readMentions(file: string, source: string): Mentions {
  const { program, module, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`);
  const at = (start: number) => source.slice(0, start).split("\n").length;
  const imports = [
    ...module.staticImports.map(({ moduleRequest: { value, start } }) => ({ from: value, line: at(start) })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) =>
        moduleRequest ? [{ from: moduleRequest.value, line: at(moduleRequest.start) }] : [],
      ),
    ),
  ];
  const globals: Import[] = [];
  new Visitor({
    ImportExpression: ({ source: { start, end } }) =>
      imports.push({ from: source.slice(start + 1, end - 1), line: at(start) }),
    TSImportType: ({ source: from }) => imports.push({ from: String(from.value), line: at(from.start) }),
    MemberExpression: ({ object, property, start }) => {
      if (object.type !== "Identifier" || property.type !== "Identifier") return;
      const name = `${object.name}.${property.name}`;
      const found = [name, object.name].find((one) => worldly.has(one) && one !== "Date");
      if (found) globals.push({ from: found, line: at(start) });
    },
    NewExpression: ({ callee, arguments: given, start }) => {
      if (callee.type === "Identifier" && callee.name === "Date" && given.length === 0)
        globals.push({ from: "new Date", line: at(start) });
    },
    CallExpression: ({ callee, start }) => {
      if (callee.type === "Identifier" && worldly.has(callee.name))
        globals.push({ from: callee.name, line: at(start) });
    },
  }).visit(program);
  return { imports, globals };
}
