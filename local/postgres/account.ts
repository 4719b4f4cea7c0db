import { readFileSync } from "node:fs";

/** The system account that PostgreSQL's processes run as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** What Linux calls nobody when its list of users does not. */
const overflow: Account = { uid: 65534, gid: 65534 };

/**
 * Whom PostgreSQL runs as: nobody else when we are an ordinary user (undefined), and for root, which PostgreSQL refuses,
 * the account `nobody` that every system has. No account is made or changed.
 */
export function accountForPostgres(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return nobodyIn(readUsers());
}

/** Finds `nobody` in the text of /etc/passwd; initdb needs an account that has a name, so the next best is `daemon`. */
export function nobodyIn(users: string): Account {
  const rows = users.split("\n").map((line) => line.split(":"));
  const row = rows.find(([name]) => name === "nobody") ?? rows.find(([name]) => name === "daemon");
  const [uid, gid] = [Number(row?.[2]), Number(row?.[3])];
  return uid > 0 && gid >= 0 ? { uid, gid } : overflow;
}

function readUsers(): string {
  try {
    return readFileSync("/etc/passwd", "utf8");
  } catch {
    return "";
  }
}
