import type { Database } from "./database.ts";

/** An app that was added to a chat or for a person; `place` is the chat's id or the person's object id. */
export interface InstalledApp {
  readonly id: string;
  readonly place: string;
  readonly appId: string;
  readonly permissions: readonly { readonly permissionValue: string; readonly permissionType: string }[];
}

/** Adds an app to a place; false when it is there already. */
export async function insertInstalledApp(db: Database, one: InstalledApp): Promise<boolean> {
  const stored = await db.query(
    "insert into installed_app (id, place, app_id, permissions) values ($1, $2, $3, $4) on conflict do nothing",
    [one.id, one.place, one.appId, JSON.stringify(one.permissions)],
  );
  return stored.rowCount === 1;
}

/** The apps of a place. */
export async function installedApps(db: Database, place: string): Promise<InstalledApp[]> {
  const found = await db.query<InstalledApp>(
    `select id, place, app_id as "appId", permissions from installed_app where place = $1 order by id`,
    [place],
  );
  return found.rows;
}
