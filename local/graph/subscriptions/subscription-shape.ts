import type { Subscription } from "../store/subscriptions.ts";

/** A subscription as Graph writes it. */
export const subscriptionShape = (one: Subscription) => ({
  id: one.id,
  resource: one.resource,
  applicationId: one.appId,
  changeType: one.changeTypes.join(","),
  clientState: one.clientState,
  notificationUrl: one.notificationUrl,
  notificationQueryOptions: null,
  lifecycleNotificationUrl: one.lifecycleUrl,
  expirationDateTime: one.expiresAt.toISOString().replace("Z", "0000Z"),
  creatorId: one.creator ?? one.appId,
  includeResourceData: null,
  latestSupportedTlsVersion: "v1_2",
  encryptionCertificate: null,
  encryptionCertificateId: null,
  notificationUrlAppId: null,
});
