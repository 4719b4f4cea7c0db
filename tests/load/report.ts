/** One line of figures: what it is about, then numbers by their name and unit, as "p50 ms". */
export type Row = Readonly<Record<string, string | number>>;

export interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** What a bench found. */
export interface Report {
  /** What was done, in sentences. */
  readonly did: readonly string[];
  /** What it was laid beside in the same run, in sentences. */
  readonly comparedWith: readonly string[];
  readonly tables: readonly Table[];
}

/** A table in plain text: names to the left, numbers to the right. */
export function drawTable({ title, rows }: Table): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => names.map((name) => cellOf(row[name])));
  const isNumeric = names.map((name) => rows.some((row) => typeof row[name] === "number"));
  const widths = names.map((name, at) => Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const draw = (row: readonly string[]) =>
    row
      .map((cell, at) => (isNumeric[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join("  ")
      .trimEnd();
  return [title, ...[names, ...cells].map((row) => `  ${draw(row)}`)].join("\n");
}

const cellOf = (value: string | number | undefined): string => (value === undefined ? "" : String(value));

/** A figure in as many digits as it deserves: two decimals below ten, one below a hundred, none above. */
export const figure = (value: number): number => Number(value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0));
