import { getTableColumns } from "drizzle-orm";
import type { Pair, PairStatus } from "../../shared/domain/pair.ts";
import type { Person } from "../../shared/domain/person.ts";
import type { SessionWords } from "../../shared/domain/session-words.ts";
import type { SessionScene } from "../ports/session-records.ts";
import type { PairWords, WrappedKey } from "./pair-words.ts";
import { agreementPlace } from "./pairs.ts";
import { session } from "./schema.ts";
import { liveSession, type SessionRow } from "./session-row.ts";
import { openSessionWords } from "./session-words.ts";
import type { Transaction } from "./transaction.ts";

/** Words on their way through JSON, base64. */
type SealedWords = Pick<SessionWords, "author" | "kind" | "text" | "version">;

interface Around {
  readonly is_repeat: boolean;
  readonly is_alone: boolean;
  readonly cohort_id: string;
  readonly pair_status: PairStatus;
  readonly lines: Buffer | null;
  readonly key_id: string | null;
  readonly wrapped: Buffer | null;
  readonly people: readonly Omit<Person, "tenantId">[] | null;
  readonly words: readonly SealedWords[];
  readonly brought: SessionScene["brought"];
}

const columns = Object.entries(getTableColumns(session));

/** One statement, as every tap and every view of a session begins with it. What the walls keep from whoever acts is not in it. */
const scene = `
  select ${columns.map(([, { name }]) => `session.${name}`).join(", ")},
    exists (select from app.session_command
      where session_command.tenant_id = $1 and session_command.session_id = session.id
        and session_command.command_id = $3) as is_repeat,
    app.is_alone(session.check_in_id) as is_alone,
    pair.cohort_id, pair.status as pair_status, agreement.lines, pair_key.id as key_id, pair_key.wrapped,
    (select jsonb_agg(jsonb_build_object('id', person.id, 'name', person.name, 'fullName', person.full_name,
        'locale', person.locale, 'timeZone', person.time_zone) order by pair_member.voice)
      from app.pair_member join app.person on person.tenant_id = $1 and person.id = pair_member.person_id
      where pair_member.tenant_id = $1 and pair_member.pair_id = session.pair_id) as people,
    (select coalesce(jsonb_agg(jsonb_build_object('author', author, 'kind', kind, 'text', encode(text, 'base64'),
        'version', session_words.version) order by kind, author), '[]')
      from app.session_words
      where session_words.tenant_id = $1 and session_words.check_in_id = session.check_in_id
        and (kind = 'carry-over' and author = any (session.sharing) or kind = any (session.revealed))) as words,
    (select coalesce(jsonb_agg(jsonb_build_object('personId', person_id, 'promptId', brought_prompt.prompt_id)
        order by person_id), '[]')
      from app.brought_prompt
      where brought_prompt.tenant_id = $1 and brought_prompt.check_in_id = session.check_in_id) as brought
  from app.session
  join app.pair on pair.tenant_id = $1 and pair.id = session.pair_id
  left join app.agreement on agreement.tenant_id = $1 and agreement.pair_id = session.pair_id
  left join app.pair_key on pair_key.tenant_id = $1 and pair_key.pair_id = session.pair_id
  where session.tenant_id = $1 and session.id = $2`;

/** @param commandId - the command of which it says whether the session has had it. */
export async function readScene(
  { run, actor: { tenantId } }: Transaction,
  words: PairWords,
  sessionId: string,
  commandId: string | null,
): Promise<SessionScene | null> {
  const [row] = (await run(scene, [tenantId, sessionId, commandId])).rows as (Around & Record<string, unknown>)[];
  // A job that may read sessions sees nobody in them: a scene is the pair's.
  if (!row?.people) return null;
  const live = liveSession(rowOf(row));
  words.know(live.pairId, keyOf(row));
  const shared = row.words.map((one) => ({ ...one, checkInId: live.checkInId, pairId: live.pairId }));
  return {
    session: live,
    isRepeat: row.is_repeat,
    pair: await pairOf(row, { tenantId, id: live.pairId, members: row.people.map((one) => one.id) }, words),
    people: row.people.map((one) => ({ tenantId, ...one })),
    words: await Promise.all(
      shared.map((one) => openSessionWords(words, { ...one, text: Buffer.from(one.text, "base64") })),
    ),
    brought: row.brought,
    isAlone: row.is_alone,
  };
}

const rowOf = (row: Record<string, unknown>): SessionRow =>
  Object.fromEntries(
    columns.map(([key, column]) => {
      const value = row[column.name];
      return [key, value === null ? null : column.mapFromDriverValue(value)];
    }),
  ) as SessionRow;

const keyOf = ({ key_id, wrapped }: Around): WrappedKey | null => (key_id && wrapped ? { id: key_id, wrapped } : null);

async function pairOf(
  { cohort_id, pair_status, lines }: Around,
  pair: Pick<Pair, "tenantId" | "id" | "members">,
  words: PairWords,
): Promise<Pair> {
  const agreementLines = lines ? ((await words.open(lines, agreementPlace(pair.id))) as string[]) : [];
  return { ...pair, cohortId: cohort_id, status: pair_status, agreementLines };
}
