import type { OutlookNotice } from "../../../shared/contract/outlook-notices.ts";
import type { TenantId } from "../../../shared/domain/id.ts";
import type { Watch } from "../../ports/mailbox-records.ts";
import type { Records } from "../../ports.ts";
import { type Deps, job } from "../deps.ts";

/**
 * Takes Microsoft's notices: each says that something changed and nothing more. One that doesn't know our secret is nobody's; one about an
 * event that is no check-in's costs a look-up; of several about one check-in, one look at Outlook follows.
 */
export const takeNotices =
  ({ store }: Pick<Deps, "store">) =>
  async ({
    tenantId,
    notices,
  }: {
    readonly tenantId: TenantId;
    readonly notices: readonly OutlookNotice[];
  }): Promise<void> => {
    const distinct = new Map(notices.map((notice) => [keyOf(notice), notice]));
    await store.transact(job(tenantId, "take-notices"), async (records) => {
      for (const notice of distinct.values()) {
        const watch = await records.mailboxes.bySubscription(notice.subscriptionId);
        if (!watch?.subscription || !isSame(notice.clientState ?? "", watch.subscription.clientState)) continue;
        if (notice.lifecycleEvent) await mend(records, tenantId, watch, notice.lifecycleEvent);
        else await lookAtCheckIn(records, tenantId, watch, notice);
      }
    });
  };

const keyOf = ({ subscriptionId, clientState, lifecycleEvent, resourceData }: OutlookNotice): string =>
  JSON.stringify([subscriptionId, clientState, lifecycleEvent, resourceData?.id]);

/** Takes the same time wherever they differ. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < other.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

async function lookAtCheckIn(
  records: Records,
  tenantId: TenantId,
  { personId }: Watch,
  { resourceData }: OutlookNotice,
): Promise<void> {
  const checkInId = resourceData?.id ? await records.mailboxes.checkInOf(personId, resourceData.id) : null;
  if (checkInId) await records.queue({ name: "follow-check-in", tenantId, checkInId }, { once: checkInId });
}

async function mend(records: Records, tenantId: TenantId, watch: Watch, event: string): Promise<void> {
  const { personId } = watch;
  const isRemoved = event === "subscriptionRemoved";
  if (isRemoved) await records.mailboxes.save({ ...watch, subscription: null });
  if (event === "reauthorizationRequired" && watch.subscription)
    await records.mailboxes.save({ ...watch, subscription: ended(watch.subscription) });
  if (isRemoved || event === "reauthorizationRequired")
    await records.queue({ name: "watch-mailbox", tenantId, personId }, { once: personId });
  if (isRemoved || event === "missed")
    await records.queue({ name: "sweep-mailbox", tenantId, personId }, { once: personId });
}

/** A subscription that is to be renewed at once, whatever time it was given. */
const ended = (subscription: NonNullable<Watch["subscription"]>) => ({
  ...subscription,
  expiresAt: "1970-01-01T00:00:00Z",
});
