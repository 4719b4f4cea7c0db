import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** Whether the column holds one of the values: one parameter however many there are, so that it stays one statement. */
export const anyOf = (column: PgColumn, values: readonly string[]): SQL =>
  sql`${column} = any (${sql.param([...values])}::text[])`;
