import { type ESTree, parseSync, Visitor } from "vite";

const testers = new Set(["it", "test", "describe"]);

/** The titles of a source's tests and groups, as written: also those of `it.each(…)("…")`. */
export function titlesIn(file: string, source: string): readonly string[] {
  const titles: string[] = [];
  const { program } = parseSync(file, source);
  new Visitor({
    CallExpression: ({ callee, arguments: [title] }) => {
      if (!title || !testers.has(rootName(callee) ?? "")) return;
      if (title.type === "Literal" && typeof title.value === "string") titles.push(title.value);
      if (title.type === "TemplateLiteral") titles.push(title.quasis.map(({ value }) => value.raw).join("…"));
    },
  }).visit(program);
  return titles;
}

/** The name that an expression begins with: "it" of `it.each(rows)`. */
function rootName(expression: ESTree.Expression): string | undefined {
  if (expression.type === "Identifier") return expression.name;
  if (expression.type === "MemberExpression") return rootName(expression.object);
  if (expression.type === "CallExpression") return rootName(expression.callee);
  return undefined;
}
