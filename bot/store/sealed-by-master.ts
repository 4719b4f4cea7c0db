import { ownBelonging } from "./own-words.ts";
import { keyBelonging } from "./pair-words.ts";
import type { Belonging } from "./seal.ts";

/** A row with what is sealed in it; `of` is the pair or person it belongs to. */
export interface SealedRow {
  readonly tenant_id: string;
  readonly of: string;
  readonly row: string;
  readonly sealed: Buffer;
}

/** A column that a master key seals, for rotation. */
export interface SealedColumn {
  /** Finds and locks rows that another key than $1 seals, up to $2. */
  readonly find: string;
  /** Puts $4 into the row $3 of $2 in the tenant $1. */
  readonly replace: string;
  readonly belongingOf: (row: SealedRow) => Belonging;
}

/** The id of the key, out of the header that the sealed words begin with: see `seal`. */
const keyIdOf = (column: string) => `encode(substring(${column} from 3 for get_byte(${column}, 1)), 'escape')`;

/** Everything that a master key seals. */
export const rotating: readonly SealedColumn[] = [
  {
    find: `select tenant_id, pair_id as of, id as row, wrapped as sealed from app.pair_key
      where wrapped_by <> $1 limit $2 for update`,
    replace: `update app.pair_key set wrapped = $4, wrapped_by = ${keyIdOf("$4::bytea")}
      where tenant_id = $1 and pair_id = $2 and id = $3`,
    belongingOf: ({ tenant_id, of, row }) => keyBelonging(tenant_id, of, row),
  },
  {
    find: `select tenant_id, person_id as of, person_id as row, refresh_token as sealed from app.calendar_grant
      where ${keyIdOf("refresh_token")} <> $1 limit $2 for update`,
    replace:
      "update app.calendar_grant set refresh_token = $4 where tenant_id = $1 and person_id = $2 and person_id = $3",
    belongingOf: ({ tenant_id, of, row }) => ownBelonging({ tenantId: tenant_id, of, row, noun: "refresh-token" }),
  },
  {
    find: `select tenant_id, pair_id as of, id as row, cancel_note as sealed from app.check_in
      where cancel_note is not null and ${keyIdOf("cancel_note")} <> $1 limit $2 for update`,
    replace: "update app.check_in set cancel_note = $4 where tenant_id = $1 and pair_id = $2 and id = $3",
    belongingOf: ({ tenant_id, of, row }) => ownBelonging({ tenantId: tenant_id, of, row, noun: "cancel-note" }),
  },
];
