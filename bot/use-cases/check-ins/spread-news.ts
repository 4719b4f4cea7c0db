import type { CheckInId } from "../../../shared/domain/check-in.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import type { NewsDraft } from "../../../shared/domain/news.ts";
import type { Pair } from "../../../shared/domain/pair.ts";
import type { Records } from "../../ports.ts";

/** Keeps what happened to a check-in, and queues that everyone in the pair is told: in the transaction of its fact. */
export async function spreadNews(
  records: Records,
  { tenantId, members }: { readonly tenantId: TenantId } & Pick<Pair, "members">,
  checkInId: CheckInId,
  drafts: readonly NewsDraft[],
): Promise<void> {
  for (const draft of drafts) {
    const { number } = await records.news.add(checkInId, draft);
    for (const personId of members)
      await records.queue(
        { name: "tell-news", tenantId, checkInId, personId, number },
        { once: `${checkInId}:${number}:${personId}` },
      );
  }
}
