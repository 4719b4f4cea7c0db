import type { CheckIn } from "../../../shared/domain/check-in.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import type { NewsDraft } from "../../../shared/domain/news.ts";
import type { Records } from "../../ports.ts";
import { type Deps, job } from "../deps.ts";
import type { Circumstances } from "./circumstances.ts";
import { spreadNews } from "./spread-news.ts";

export type WritingDeps = Pick<Deps, "store" | "calendar" | "clock" | "onStep">;

/** A check-in whose calendars don't say yet what its pair decided. */
export interface Writing {
  readonly tenantId: TenantId;
  readonly checkIn: CheckIn;
  readonly circumstances: Circumstances;
}

/** What became of it. */
export interface Settled {
  readonly checkIn: CheckIn;
  readonly news: readonly NewsDraft[];
}

/**
 * Records what became of an intent, with the news of it, in one transaction; leaves everything as it is where the pair decided otherwise
 * meanwhile, and then that comes next.
 */
export const settle = (
  { store }: Pick<Deps, "store">,
  { tenantId, checkIn, circumstances: { pair } }: Writing,
  record: (records: Records, current: CheckIn) => Promise<Settled>,
): Promise<void> =>
  store.transact(job(tenantId, "write-to-calendar"), async (records) => {
    const current = await records.checkIns.findForChange(checkIn.id);
    if (!current || !isSameIntent(current, checkIn)) return;
    const settled = await record(records, current);
    if (settled.checkIn !== current) await records.checkIns.save(settled.checkIn);
    await spreadNews(records, pair, checkIn.id, settled.news);
  });

const isSameIntent = (one: CheckIn, other: CheckIn): boolean =>
  one.status === other.status && one.bookingId === other.bookingId && one.move?.id === other.move?.id;
